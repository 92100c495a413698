story S07 contract ends during sickness
ruleset netherlands-uwv REFERRER+COMMISSIONER=uwv/ad EMPLOYMENT_SERVICE=uwv/zw COACH_ORGANISATION=steunpunt COACH=steunpunt/mo:EXTERNAL known=winkel
~ 2026-01-12 winkel employment.started E1 employer=winkel startDate=01-12 plannedEnd=2026-07-10 hoursPerWeek=24 contractForm=FIXED
06-29 winkel absence.reported X1 kind=SICK employmentKey=E1 firstDay=06-29
> COACH! absence-fact CONTACT-PERSON @07-02; EMPLOYMENT_SERVICE absence-full
