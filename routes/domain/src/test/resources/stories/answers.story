story every answer has its effect on the step and none else
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab COUNSELLOR=inslag WELFARE=ocmw-zandhove UMBRELLA=buddies COACH_ORGANISATION=brugwerk COACH=buddies/ria:VOLUNTEER
2026-03-02 inslag employment.started E1 employer=slakwekerij startDate=03-02
> COACH! employment-start-full FIRST-WEEK @03-09; WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12; EMPLOYMENT_SERVICE employment-start-benefit
03-03 buddies answer FIRST-WEEK ACCEPTED
> none
03-03 buddies answer FIRST-WEEK NEEDS_INFO remark=when
> COUNSELLOR answer-card
03-04 buddies answer FIRST-WEEK DECLINED reason=NO_CAPACITY
> COACH_ORGANISATION! employment-start-full FIRST-WEEK @03-09; COUNSELLOR answer-card
03-05 brugwerk answer FIRST-WEEK HANDED_ON to=COUNSELLOR
> COUNSELLOR! employment-start-full FIRST-WEEK @03-09
03-05 inslag answer FIRST-WEEK HANDED_ON to=SPECIALIST
> =REFUSED:NOT_ENTITLED
03-06 inslag answer FIRST-WEEK DECLINED
> COACH_ORGANISATION! employment-start-full FIRST-WEEK @03-09
03-06 brugwerk answer FIRST-WEEK DECLINED reason=NOT_NOW
> UMBRELLA! employment-start-full FIRST-WEEK @03-09; COUNSELLOR answer-card
03-09 buddies answer FIRST-WEEK DECLINED
> ?FIRST-WEEK; COUNSELLOR answer-card
03-10 ocmw-zandhove answer REVIEW-BENEFIT DECLINED reason=NOT_OUR_TASK
> -REVIEW-BENEFIT; COUNSELLOR answer-card
