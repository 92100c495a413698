story S02 first-day no-show caused by an appointment
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw-zandhove UMBRELLA=buddies COACH=buddies/ria:VOLUNTEER known=slakwekerij
2026-03-02 ocmw-zandhove appointment.changed A9 method=REQUEST start=03-09T10:00 end=03-09T10:30
> none
03-05 slakwekerij employment.started E1 employer=slakwekerij startDate=03-09 hoursPerWeek=15
> COACH! employment-start-full FIRST-WEEK @03-16; WELFARE! employment-start-benefit REVIEW-BENEFIT @03-16; EMPLOYMENT_SERVICE employment-start-benefit;
> WELFARE! appointment-collision MOVE-APPOINTMENT @03-06
03-09 slakwekerij absence.reported X1 kind=NO_SHOW employmentKey=E1 firstDay=03-09
> COACH! absence-fact FIND-OUT @03-10; WELFARE appointment-collision
03-10 ocmw-zandhove appointment.changed A9 v2 method=CANCEL start=03-09T10:00
> -MOVE-APPOINTMENT
