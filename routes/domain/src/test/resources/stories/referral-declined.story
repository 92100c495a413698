story a declined referral comes back with its reason
ruleset netherlands-municipality REFERRER+COMMISSIONER=gemeente-oost COACH_ORGANISATION=jobcoach-noord
2026-03-02 gemeente-oost referral.requested V1 kind=JOB_COACHING decideBefore=03-09
> COACH_ORGANISATION! referral-full DECIDE-REFERRAL @03-09
03-04 jobcoach-noord answer DECIDE-REFERRAL DECLINED reason=NO_CAPACITY
> REFERRER! referral-decision CHOOSE-OTHER @03-16; -DECIDE-REFERRAL
03-11 gemeente-oost referral.requested V2 kind=JOB_COACHING
> COACH_ORGANISATION! referral-full DECIDE-REFERRAL @03-23; -CHOOSE-OTHER
