story a referral in Flanders runs its course
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw-zandhove UMBRELLA=buddies
2026-03-02 vdab referral.requested V1 kind=JOB_COACHING
> UMBRELLA! referral-full DECIDE-REFERRAL @03-12
03-06 buddies referral.decided V1 decision=ACCEPTED firstAppointment=03-13
> UMBRELLA! case-brief ASSIGN-COACH @03-16; REFERRER referral-decision; -DECIDE-REFERRAL
03-09 buddies role.assigned R1 role=COACH party=buddies person=ria coachKind=VOLUNTEER from=03-09
> COACH! case-brief FIRST-CONTACT @03-16; REFERRER role-card; WELFARE role-card; -ASSIGN-COACH
03-30 buddies employment.started E1 employer=slakwekerij startDate=03-30 hoursPerWeek=15 plannedEnd=05-29
> COACH! employment-start-full FIRST-WEEK @04-06; WELFARE! employment-start-benefit REVIEW-BENEFIT @04-09; EMPLOYMENT_SERVICE employment-start-benefit
06-01 ocmw-zandhove employment.ended E1 actualEnd=05-29
> COACH! employment-end-full CONTACT-PERSON @06-04; WELFARE! employment-end-fact REVIEW-BENEFIT @06-11;
> EMPLOYMENT_SERVICE! employment-end-fact RESUME-MEDIATION @06-11; -FIRST-WEEK
