story S05 moving out of the region
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw-zandhove UMBRELLA=buddies COACH=buddies/jan:VOLUNTEER
2026-05-04 buddies person.moved M1 crosses=REGION from=05-15 regionTo=BE-WAL
> REFERRER! move-fact HAND-OVER-REGION @05-14; WELFARE move-fact
05-08 vdab role.assigned R1 role=EMPLOYMENT_SERVICE party=forem from=05-15
> EMPLOYMENT_SERVICE! case-fact TAKE-BACK @05-18; WELFARE role-card; UMBRELLA role-card; COACH role-card; -HAND-OVER-REGION
05-18 ocmw-zandhove role.ended R2 role=WELFARE party=ocmw-zandhove until=05-15
> REFERRER role-card; EMPLOYMENT_SERVICE role-card; UMBRELLA role-card; COACH role-card
