story S06 coach change in mid-case
ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente-oost WELFARE=gemeente-oost/inkomen COACH_ORGANISATION=jobcoach-noord COACH=jobcoach-noord/kim:EXTERNAL known=uitzend-nu
~ 2026-02-02 uitzend-nu employment.started E1 employer=uitzend-nu startDate=2026-02-02 plannedEnd=2026-07-31 hoursPerWeek=41.25
~ 02-03 jobcoach-noord answer FIRST-DAY DONE
03-30 uitzend-nu signal.raised G1 kind=LATENESS employmentKey=E1
> COACH! signal-full CLARIFY @04-01
04-01 jobcoach-noord role.assigned R7 role=COACH party=jobcoach-noord person=bo coachKind=EXTERNAL from=04-01
> COACH! case-brief FIRST-CONTACT @04-08; EMPLOYER role-card-employer; REFERRER role-card; WELFARE role-card; COACH(kim) role-card; COACH! signal-full CLARIFY @04-03
04-02 jobcoach-noord role.ended R8 role=COACH party=jobcoach-noord person=kim until=03-31 reason=REPLACED
> =ROUTED:SUPERSEDED
07-01 hub clock planned-end-minus-30-days E1
> COACH! term-fact ASK-EXTENSION @07-24
08-03 uitzend-nu employment.ended E1 actualEnd=07-31 reason=NOT_RENEWED
> WELFARE! employment-end-fact REVIEW-BENEFIT @08-13; COACH! employment-end-full CONTACT-PERSON @08-06; COMMISSIONER! employment-end-fact RESUME-MEDIATION @08-13;
> -APPLY-COACHING; -ASK-EXTENSION
