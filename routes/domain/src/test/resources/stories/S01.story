story S01 job start an agency did not know of
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw-zandhove UMBRELLA=buddies COACH=buddies/ria:VOLUNTEER
2026-03-02 buddies employment.started E1 employer=slakwekerij startDate=02-27 hoursPerWeek=15 plannedEnd=05-29
> COACH! employment-start-full FIRST-WEEK @03-06; WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12; EMPLOYMENT_SERVICE employment-start-benefit
03-04 magda employment.started D77 employer=slakwekerij startDate=03-02 plannedEnd=05-29
> COACH! employment-start-full FIRST-WEEK @03-09 (C); WELFARE! employment-start-benefit REVIEW-BENEFIT @03-16 (C); EMPLOYMENT_SERVICE employment-start-benefit (C)
04-29 hub clock planned-end-minus-30-days E1
> COACH! term-fact ASK-EXTENSION @05-22
06-05 hub clock planned-end-passed E1
> COACH! term-fact CONFIRM-END @06-10
06-08 magda employment.ended D77 actualEnd=05-29
> WELFARE! employment-end-fact REVIEW-BENEFIT @06-18; COACH! employment-end-full CONTACT-PERSON @06-11; EMPLOYMENT_SERVICE! employment-end-fact RESUME-MEDIATION @06-18;
> -FIRST-WEEK; -ASK-EXTENSION; -CONFIRM-END
