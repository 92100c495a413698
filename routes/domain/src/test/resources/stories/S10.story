story S10 job start withdrawn after notices went out
ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente-utrecht WELFARE=gemeente-utrecht/inkomen COACH_ORGANISATION=jobcoach-noord COACH=jobcoach-noord/kim:EXTERNAL
~ 2026-02-02 gemeente-utrecht employment.started E0 employer=klus startDate=2026-01-05 hoursPerWeek=16
~ 02-09 gemeente-utrecht employment.ended E0 actualEnd=02-06
~ 02-10 lane gemeente-utrecht down
02-11 suwinet employment.started S5 employer=loods startDate=02-16 hoursPerWeek=32
> COACH! employment-start-full FIRST-DAY @02-16; WELFARE! employment-start-benefit REVIEW-BENEFIT @02-23 waiting;
> COACH_ORGANISATION! employment-start-full APPLY-COACHING @03-02; COMMISSIONER employment-start-full waiting; -CONTACT-PERSON; -RESUME-MEDIATION
02-12 suwinet employment.started S5 v2 WITHDRAWAL
> COACH withdrawn (W); COACH_ORGANISATION withdrawn (W); COACH! employment-end-full CONTACT-PERSON @02-16; COMMISSIONER! employment-end-fact RESUME-MEDIATION @02-19 waiting;
> recalled WELFARE employment-start-benefit; recalled COMMISSIONER employment-start-full; -FIRST-DAY; -REVIEW-BENEFIT; -APPLY-COACHING; +CONTACT-PERSON; +RESUME-MEDIATION
