story a referral in a Dutch municipality runs its course
ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente-oost WELFARE=gemeente-oost/inkomen COACH_ORGANISATION=jobcoach-noord known=uitzend-nu
2026-03-02 gemeente-oost referral.requested V1 kind=JOB_COACHING requestedStart=03-16 decideBefore=03-09
> COACH_ORGANISATION! referral-full DECIDE-REFERRAL @03-09
03-04 jobcoach-noord answer DECIDE-REFERRAL ACCEPTED
> COACH_ORGANISATION! case-brief ASSIGN-COACH @03-16; REFERRER referral-decision; -DECIDE-REFERRAL
03-05 jobcoach-noord role.assigned R1 role=COACH party=jobcoach-noord person=kim coachKind=EXTERNAL from=03-09
> COACH! case-brief FIRST-CONTACT @03-12; REFERRER role-card; WELFARE role-card; -ASSIGN-COACH
03-10 jobcoach-noord coaching.started K1 startDate=03-10
> REFERRER coaching-fact; WELFARE coaching-fact; -FIRST-CONTACT
04-01 uitzend-nu employment.started E1 employer=uitzend-nu startDate=04-06 hoursPerWeek=24 contractForm=FIXED
> COACH! employment-start-full FIRST-DAY @04-06; COACH_ORGANISATION! employment-start-full CHECK-GRANT @04-15;
> WELFARE! employment-start-benefit REVIEW-BENEFIT @04-13; COMMISSIONER employment-start-full
04-07 jobcoach-noord answer FIRST-DAY DONE
> -FIRST-DAY
10-05 uitzend-nu employment.ended E1 actualEnd=10-02 reason=NOT_RENEWED initiative=EMPLOYER
> COACH! employment-end-full CONTACT-PERSON @10-08; COMMISSIONER! employment-end-fact RESUME-MEDIATION @10-15;
> WELFARE! employment-end-fact REVIEW-BENEFIT @10-15; -CHECK-GRANT
