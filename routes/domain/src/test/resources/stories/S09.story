story S09 consent refused for a signal
ruleset netherlands-municipality REFERRER=gemeente-oost COMMISSIONER=gemeente-oost COACH_ORGANISATION=jobcoach-noord COACH=jobcoach-noord/kim:EXTERNAL known=winkel
~ 2026-01-12 winkel employment.started E1 employer=winkel startDate=01-12 hoursPerWeek=24
03-03 jobcoach-noord signal.raised G1 kind=CONFLICT sphere=WORK employmentKey=E1 formulation=txt
> =HELD; COMMISSIONER! signal-fact ANSWER-SIGNAL @03-09; held COMMISSIONER signal-full SC
03-05 jobcoach-noord consent.withdrawn T1 by=SUBJECT scope=SC to=COMMISSIONER withdrawnOn=03-05
> expired COMMISSIONER signal-full
