story S03 trial placement (IBO) breaks off, two agencies
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab COUNSELLOR=inslag WELFARE=ocmw-meerdam COACH_ORGANISATION=brugwerk COACH=brugwerk/an:PROFESSIONAL
2026-04-01 vdab placement.started P1 kind=IBO host=resto-a startDate=04-07 plannedEnd=07-03
> COACH! placement-full AGREE-FOLLOW-UP @04-14; EMPLOYMENT_SERVICE! placement-fact CONFIRM-FOLLOW-UP @04-15; WELFARE! placement-fact REVIEW-BENEFIT @04-13;
> COUNSELLOR placement-full
05-12 brugwerk placement.ended P1 actualEnd=05-11 outcome=BROKEN_OFF initiative=WORKER
> COACH! placement-end-full CLARIFY @05-15; EMPLOYMENT_SERVICE! placement-end-fact PLAN-NEXT @05-22; WELFARE! placement-end-fact REVIEW-BENEFIT @05-22;
> COUNSELLOR placement-end-full; -AGREE-FOLLOW-UP; -CONFIRM-FOLLOW-UP
05-25 hub overdue PLAN-NEXT
> COUNSELLOR! placement-end-full PLAN-NEXT @06-04; EMPLOYMENT_SERVICE step-card; COACH step-card
