package eu.estafette.domain.cases;

import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.Recipient;
import java.util.List;
import java.util.Optional;

/**
 * What a line that stands brought about, as far as the case does not show it elsewhere: kept so that it can be weighed anew or undone.
 * The steps it opened know it themselves, and its notices are remembered under it.
 *
 * @param was      the phase before its last fact
 * @param handover whether the case was being handed over to another region or centre before its last fact
 * @param rows     ids of the rows that fired when it was last weighed
 * @param closed   the steps it closed or renewed, as they were
 * @param rest     the resting phase it set
 * @param claims   the roles it came with, of an opener
 * @param referrer who is the referrer if this is the first referral
 * @param started  the clocks it started
 * @param stopped  the clocks it stopped or set anew, as they were
 */
public record Effects(
        Phase was,
        boolean handover,
        List<String> rows,
        List<OpenStep> closed,
        Optional<Rest> rest,
        List<RoleClaim> claims,
        Optional<Recipient> referrer,
        List<Clock> started,
        List<Clock> stopped) {

    public static final Effects NONE = new Effects(
            Phase.NONE,
            false,
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of());

    public Effects {
        rows = List.copyOf(rows);
        closed = List.copyOf(closed);
        claims = List.copyOf(claims);
        started = List.copyOf(started);
        stopped = List.copyOf(stopped);
    }

    /**
     * That a row set the resting phase.
     *
     * @param at sequence of the event that did
     */
    public record Rest(String row, Phase phase, long at) {}

    /** Before any row was asked. */
    public static Effects of(Phase was, boolean handover, List<RoleClaim> claims, Optional<Recipient> referrer) {
        return new Effects(
                was, handover, List.of(), List.of(), Optional.empty(), claims, referrer, List.of(), List.of());
    }

    public Effects with(List<String> nowRows, List<OpenStep> nowClosed, Optional<Rest> nowRest) {
        return new Effects(was, handover, nowRows, nowClosed, nowRest, claims, referrer, started, stopped);
    }

    public Effects withClocks(List<Clock> nowStarted, List<Clock> nowStopped) {
        return new Effects(was, handover, rows, closed, rest, claims, referrer, nowStarted, nowStopped);
    }

    public Effects withClaims(List<RoleClaim> nowClaims) {
        return new Effects(was, handover, rows, closed, rest, nowClaims, referrer, started, stopped);
    }

    public Effects withReferrer(Recipient who) {
        return new Effects(was, handover, rows, closed, rest, claims, Optional.of(who), started, stopped);
    }
}
