package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.util.OptionalInt;

/** What follows from a call for its notice. */
sealed interface Verdict {

    /**
     * The receiver has it.
     *
     * @param recalled whether it was asked back, too late
     */
    record Done(OptionalInt status, boolean recalled) implements Verdict {}

    /** It was asked back, and its receiver did not get it. */
    record Withdrawn() implements Verdict {}

    /** The partner's own trouble: the notice waits, uncharged, for as long as it lasts. */
    record Waits(Failure failure) implements Verdict {}

    /** The receiver refused it, and is asked again after a pause. */
    record TriesAgain(int attempt, Failure failure) implements Verdict {}

    /** The receiver refused it for good, or nobody can read it. */
    record Dies(int attempt, Failure failure) implements Verdict {}

    /** @param charged tries that were charged to the notice before this call */
    static Verdict of(Ended ended, int charged, int allowed) {
        return ended.result().map(result -> of(result, ended, charged, allowed)).orElseGet(Withdrawn::new);
    }

    private static Verdict of(DeliveryResult result, Ended ended, int charged, int allowed) {
        return switch (result) {
            case Delivered delivered -> new Done(delivered.status(), isRecalled(ended));
            case PartnerTrouble trouble -> new Waits(new Failure(trouble.code(), trouble.status(), trouble.detail()));
            case Gone gone -> new Waits(new Failure("GONE", OptionalInt.empty(), gone.detail()));
            case Refused refused -> {
                var failure = new Failure(refused.code(), refused.status(), refused.detail());
                boolean called = ended.notice().isPresent();
                int attempt = called ? charged + 1 : charged;
                if (called && attempt < allowed) {
                    yield new TriesAgain(attempt, failure);
                }
                // nobody needs to look after a dead letter that was asked back meanwhile
                yield isRecalled(ended) ? new Withdrawn() : new Dies(attempt, failure);
            }
        };
    }

    private static boolean isRecalled(Ended ended) {
        return ended.notice()
                .map(read -> read.notice().getNoticeId())
                .filter(ended.call().partition()::isRecalled)
                .isPresent();
    }
}
