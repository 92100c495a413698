story S01 job start an agency did not know of
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw-zandhove UMBRELLA=buddies COACH=buddies/ria:VOLUNTEER
2026-03-02 buddies employment.started E1 employer=slakwekerij startDate=02-27 hoursPerWeek=15 plannedEnd=05-29
> COACH! employment-start-full FIRST-WEEK @03-06; WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12; EMPLOYMENT_SERVICE employment-start-benefit
