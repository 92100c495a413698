package eu.estafette.hub.delivery.outcome;

import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.Purpose;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.util.OptionalInt;

/** What follows from a call for its notice. */
sealed interface Verdict {

    /**
     * The receiver has it, or may have it and is not called again.
     *
     * @param recalled whether it was asked back, too late
     */
    record Done(OptionalInt status, boolean recalled) implements Verdict {}

    /** It waits behind a dead one of its case. */
    record Parks() implements Verdict {}

    /** It was dead, and an operator gave it up. */
    record Discarded() implements Verdict {}

    /** It was asked back, and its receiver did not get it. */
    record Withdrawn() implements Verdict {}

    /** The partner's own trouble: the notice waits, uncharged, for as long as it lasts. */
    record Waits(Failure failure) implements Verdict {}

    /** The receiver refused it, and is asked again after a pause. */
    record TriesAgain(int attempt, Failure failure) implements Verdict {}

    /** The receiver refused it for good, or nobody can read it. */
    record Dies(int attempt, Failure failure) implements Verdict {}

    /** Whether nothing more is to be done with the notice where it lay until now. */
    default boolean isFinal() {
        return switch (this) {
            case Done ignored -> true;
            case Withdrawn ignored -> true;
            case Parks ignored -> true;
            case Discarded ignored -> true;
            case Dies ignored -> true;
            case Waits ignored -> false;
            case TriesAgain ignored -> false;
        };
    }

    /** Whether it lies aside from then on. */
    default boolean setsAside() {
        return this instanceof Parks || this instanceof Dies;
    }

    /** @param charged tries that were charged to the notice before this call */
    static Verdict of(Ended ended, int charged, int allowed) {
        return ended.result().map(result -> of(result, ended, charged, allowed)).orElseGet(() -> uncalled(ended));
    }

    private static Verdict uncalled(Ended ended) {
        return switch (ended.call().purpose()) {
            case DELIVER, CATCH -> askedBack(ended);
            case PARK -> isRecalled(ended) ? askedBack(ended) : new Parks();
            case DISCARD -> isRecalled(ended) ? askedBack(ended) : new Discarded();
        };
    }

    /** Nobody calls it any more; where an earlier call may have arrived, the receiver must hear that it is withdrawn. */
    private static Verdict askedBack(Ended ended) {
        Call call = ended.call();
        return call.partition().unfinished().isInDoubt(call.record())
                ? new Done(OptionalInt.empty(), true)
                : new Withdrawn();
    }

    private static Verdict of(DeliveryResult result, Ended ended, int charged, int allowed) {
        return switch (result) {
            case Delivered delivered -> new Done(delivered.status(), isRecalled(ended));
            case PartnerTrouble trouble -> new Waits(new Failure(trouble.code(), trouble.status(), trouble.detail()));
            case Gone gone -> new Waits(new Failure("GONE", OptionalInt.empty(), gone.detail()));
            case Refused refused -> refused(refused, ended, charged, allowed);
        };
    }

    private static Verdict refused(Refused refused, Ended ended, int charged, int allowed) {
        var failure = new Failure(refused.code(), refused.status(), refused.detail());
        boolean called = ended.notice().isPresent();
        int attempt = called ? charged + 1 : charged;
        if (called && attempt < allowed) {
            return new TriesAgain(attempt, failure);
        }
        if (ended.call().purpose() == Purpose.DISCARD) {
            return new Discarded();
        }
        // nobody needs to look after a dead letter that was asked back meanwhile
        return isRecalled(ended) ? askedBack(ended) : new Dies(attempt, failure);
    }

    private static boolean isRecalled(Ended ended) {
        return ended.notice()
                .map(read -> read.notice().getNoticeId())
                .filter(ended.call().partition()::isRecalled)
                .isPresent();
    }
}
