package eu.estafette.domain.cases;

import java.util.List;

/**
 * What the case stands on besides its lines: roles, coaching and resting phase as they were before the first of them. What the lines that
 * stand tell is laid over it, in order of acceptance. An entry that leaves the store leaves its effect here.
 */
public record Ground(List<RoleHolder> roles, Coaching coaching, Phase resting) {

    /** Of a case that everything was told about since it opened. */
    public static final Ground EMPTY = new Ground(List.of(), Coaching.NONE, Phase.ORIENTATION);

    public Ground {
        roles = List.copyOf(roles);
    }
}
