story steps follow the roles
ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH_ORGANISATION=brugwerk
2026-03-02 vdab employment.started E1 employer=slakwekerij startDate=03-02
> COACH_ORGANISATION! employment-start-full FIRST-WEEK @03-09; WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12
03-03 vdab role.assigned R1 role=COACH party=brugwerk person=an from=03-03
> COACH! case-brief FIRST-CONTACT @03-10; COACH! employment-start-full FIRST-WEEK @03-09;
> COACH_ORGANISATION role-card; WELFARE role-card; UMBRELLA role-card
03-04 ocmw role.ended R2 role=WELFARE party=ocmw until=03-04
> REFERRER role-card; COACH_ORGANISATION role-card; UMBRELLA role-card; COACH role-card; -REVIEW-BENEFIT
03-05 brugwerk answer FIRST-WEEK ACCEPTED
> none
03-06 vdab role.assigned R3 role=COACH party=buddies person=ria from=03-06
> COACH! case-brief FIRST-CONTACT @03-13; COACH! employment-start-full FIRST-WEEK @03-09;
> COACH(an) role-card; COACH_ORGANISATION role-card; UMBRELLA role-card
03-09 buddies role.ended R4 role=COACH party=buddies person=ria until=03-09 reason=OVERLOADED
> COACH_ORGANISATION! employment-start-full FIRST-WEEK @03-11; UMBRELLA! case-brief ASSIGN-COACH @03-16;
> REFERRER role-card; -FIRST-CONTACT
