package eu.estafette.domain.cases;

import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person's episode: roles, objects, open steps, and what was sent to whom. Immutable; parts that a decision leaves alone keep their
 * identity, which is how the store knows what to write.
 *
 * @param number  of this subject's cases, from 1; travels in the caseRef
 * @param resting the phase while nothing is open: ORIENTATION, JOB_SEARCH or DORMANT
 * @param notices sequence of the last notice
 * @param events  sequence of the last event
 * @param sent    per line, the notices it caused
 * @param timers  what happens by itself as time passes
 * @param waiting what is held until it can be applied or may be told
 * @param ground  what the lines are laid over when one of them is taken back
 */
public record Case(
        CaseId id,
        int number,
        String ruleset,
        Instant openedAt,
        Phase resting,
        Coaching coaching,
        List<RoleHolder> roles,
        List<OpenStep> steps,
        int notices,
        long events,
        Map<ObjectKey, CaseObject> objects,
        Map<Line, List<SentNotice>> sent,
        Timers timers,
        Waiting waiting,
        Consents consents,
        Ground ground) {

    public Case {
        roles = List.copyOf(roles);
        steps = List.copyOf(steps);
        objects = Map.copyOf(objects);
        sent = Map.copyOf(sent);
    }

    /** Without clocks, holds and consents; what it is given it stands on. */
    public Case(
            CaseId id,
            int number,
            String ruleset,
            Instant openedAt,
            Phase resting,
            Coaching coaching,
            List<RoleHolder> roles,
            List<OpenStep> steps,
            int notices,
            long events,
            Map<ObjectKey, CaseObject> objects,
            Map<Line, List<SentNotice>> sent) {
        this(
                id,
                number,
                ruleset,
                openedAt,
                resting,
                coaching,
                roles,
                steps,
                notices,
                events,
                objects,
                sent,
                Timers.NONE,
                Waiting.NONE,
                Consents.NONE,
                new Ground(roles, coaching, resting));
    }

    /** The first holder of a role; EMPLOYER and WORKPLACE may have several. */
    public Optional<RoleHolder> holder(Role role) {
        return roles.stream().filter(held -> held.role() == role).findFirst();
    }

    /** Where the case stands; follows from what is open. */
    public Phase phase() {
        return Phase.of(objects.values(), coaching, resting);
    }
}
