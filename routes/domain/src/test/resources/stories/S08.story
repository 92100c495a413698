story S08 wage value news and a silent coach
ruleset netherlands-uwv REFERRER+COMMISSIONER=uwv/ad EMPLOYMENT_SERVICE=uwv/zw COACH_ORGANISATION=steunpunt COACH=steunpunt/mo:EXTERNAL known=winkel
~ 2026-01-12 winkel employment.started E1 employer=winkel startDate=01-12 hoursPerWeek=24
05-04 uwv wage-value.announced LW1 employmentKey=E1 measureOn=05-20 measuredBy=uwv
> COACH! wage-value-full PREPARE-WAGE-VALUE @05-18; EMPLOYER wage-value-full
06-01 uwv wage-value.determined LW1 employmentKey=E1 percent=62 validFrom=07-01 consequence=SUBSIDY_CHANGES
> COACH! wage-value-full EXPLAIN-WAGE-VALUE @06-04; -PREPARE-WAGE-VALUE
06-05 hub overdue EXPLAIN-WAGE-VALUE
> COACH_ORGANISATION! wage-value-full EXPLAIN-WAGE-VALUE @06-08; EMPLOYER wage-value-full; COACH step-card; COMMISSIONER step-card
06-08 steunpunt answer EXPLAIN-WAGE-VALUE DONE
> -EXPLAIN-WAGE-VALUE
