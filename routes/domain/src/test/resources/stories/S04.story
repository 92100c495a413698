story S04 six months without work and hand-back
ruleset flanders-single-coach REFERRER+COUNSELLOR=vdab COACH_ORGANISATION=buurtwerk COACH=buurtwerk/els:PROFESSIONAL
2026-01-05 buurtwerk placement.started W1 kind=WORK_EXPERIENCE host=buurtwerk startDate=2025-03-01 plannedEnd=2026-02-27
> COACH! placement-full AGREE-FOLLOW-UP @01-06; REFERRER! placement-fact CONFIRM-FOLLOW-UP @01-19
03-02 buurtwerk placement.ended W1 actualEnd=2026-02-27 outcome=COMPLETED
> COACH! placement-end-full CLARIFY @03-05; COACH! placement-end-full PLAN-NEXT @03-12; COUNSELLOR placement-end-full; -AGREE-FOLLOW-UP; -CONFIRM-FOLLOW-UP
08-27 hub clock hand-back-6-months W1
> COUNSELLOR! case-fact TAKE-BACK @09-07; COACH term-fact; -PLAN-NEXT; -CLARIFY
