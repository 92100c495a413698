story a step without an owner is shown, and goes to whoever comes to own it
ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente-oost
2026-03-02 gemeente-oost referral.requested V1 kind=JOB_COACHING decideBefore=03-04
> ?DECIDE-REFERRAL
03-03 gemeente-oost role.assigned R1 role=COACH_ORGANISATION party=jobcoach-noord from=03-03
> COACH_ORGANISATION! referral-full DECIDE-REFERRAL @03-05
03-04 gemeente-oost role.ended R2 role=COACH_ORGANISATION party=jobcoach-noord until=03-04
> ?DECIDE-REFERRAL
