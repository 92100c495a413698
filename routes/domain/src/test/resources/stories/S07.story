story S07 contract ends during sickness
ruleset netherlands-uwv REFERRER+COMMISSIONER=uwv/ad EMPLOYMENT_SERVICE=uwv/zw COACH_ORGANISATION=steunpunt COACH=steunpunt/mo:EXTERNAL known=winkel
~ 2026-01-12 winkel employment.started E1 employer=winkel startDate=01-12 plannedEnd=2026-07-10 hoursPerWeek=24 contractForm=FIXED
06-29 winkel absence.reported X1 kind=SICK employmentKey=E1 firstDay=06-29
> COACH! absence-fact CONTACT-PERSON @07-02; EMPLOYMENT_SERVICE absence-full
07-02 winkel absence.reported X1 v2 CORRECTION kind=SICK employmentKey=E1 firstDay=06-29 contractEnds=true
> EMPLOYMENT_SERVICE! absence-full SICK-BENEFIT @07-06 (C); COACH! absence-fact CONTACT-PERSON @07-06 (C)
07-13 suwinet employment.ended S1 employer=winkel actualEnd=07-10
> COACH! employment-end-full CONTACT-PERSON @07-16; COMMISSIONER! employment-end-fact RESUME-MEDIATION @07-23; EMPLOYMENT_SERVICE! employment-end-fact SICK-BENEFIT @07-15;
> -FIRST-DAY; -APPLY-COACHING
08-24 steunpunt absence.resumed X1 resumedOn=08-24 extent=FULL
> EMPLOYMENT_SERVICE absence-fact; -SICK-BENEFIT
