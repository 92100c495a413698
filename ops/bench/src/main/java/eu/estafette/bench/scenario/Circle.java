package eu.estafette.bench.scenario;

import eu.estafette.contract.message.RoleClaim;
import eu.estafette.domain.party.Role;
import java.util.List;

/**
 * Who is around a person.
 *
 * @param welfareDesk the desk of the welfare party that reviews benefits
 */
record Circle(
        String ruleset,
        String scheme,
        String referrer,
        String welfare,
        String welfareDesk,
        String service,
        String coaching) {

    /** The roles that the referral of a case names. */
    List<RoleClaim> claims() {
        return List.of(
                new RoleClaim(Role.REFERRER.name(), referrer, null, null),
                new RoleClaim(Role.WELFARE.name(), welfare, welfareDesk, null),
                new RoleClaim(Role.EMPLOYMENT_SERVICE.name(), service, null, null),
                new RoleClaim(Role.COACH_ORGANISATION.name(), coaching, null, null));
    }
}
