story S02 first-day no-show caused by an appointment
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw-zandhove UMBRELLA=buddies COACH=buddies/ria:VOLUNTEER known=slakwekerij
2026-03-02 ocmw-zandhove appointment.changed A9 method=REQUEST start=03-09T10:00 end=03-09T10:30
> none
