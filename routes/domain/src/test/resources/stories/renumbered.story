story bis number, then the definitive one
ruleset flanders REFERRER=inslag EMPLOYMENT_SERVICE=vdab WELFARE=ocmw COUNSELLOR=inslag COACH_ORGANISATION=brugwerk COACH=buddies/ria known=winkel
2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02
> COACH! employment-start-full FIRST-WEEK @03-09; WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12; COUNSELLOR employment-start-full; EMPLOYMENT_SERVICE employment-start-benefit
03-03 vdab person.renumbered N1 old=85451200190 new=85051200104 @digest=same
> WELFARE identity-change; COACH_ORGANISATION identity-change; EMPLOYER identity-change
03-04 vdab person.renumbered N1 old=85451200190 new=85051200104 @digest=same
> =DUPLICATE
03-05 buddies answer FIRST-WEEK DONE
> -FIRST-WEEK
03-06 buddies employment.started E1 employer=winkel startDate=03-02 v2 CORRECTION hoursPerWeek=20
> WELFARE! employment-start-benefit REVIEW-BENEFIT @03-16 (C); COUNSELLOR employment-start-full (C); EMPLOYMENT_SERVICE employment-start-benefit (C)
04-02 buddies employment.ended E1 actualEnd=04-01
> WELFARE! employment-end-fact REVIEW-BENEFIT @04-13; COACH! employment-end-full CONTACT-PERSON @04-06; EMPLOYMENT_SERVICE! employment-end-fact RESUME-MEDIATION @04-13; COUNSELLOR employment-end-full
