package eu.estafette.hub.router.message;

import eu.estafette.contract.message.JournalHold;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.HoldChange;
import eu.estafette.hub.router.store.Place;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what waits for somebody's consent, and what no longer does: for whom, which categories, never what they hold. */
final class HoldWriter {

    private HoldWriter() {}

    /** @param places of the events that are told of, where they are known */
    static List<JournalHold> journaled(List<HoldChange> changes, Map<EventName, Place> places) {
        return changes.stream()
                .map(change -> hold(
                        change,
                        Optional.ofNullable(
                                places.get(EventName.of(change.notice().cause())))))
                .toList();
    }

    /** Events of which nothing waits for consent any more, each with why some of it never went out. */
    static Map<Cause, Optional<String>> settled(Decision decision) {
        Map<Cause, Optional<String>> settled = new LinkedHashMap<>();
        for (HoldChange hold : decision.holds()) {
            if (hold.change() != HoldChange.Change.HELD) {
                settled.merge(hold.notice().cause(), why(hold), (one, other) -> one.or(() -> other));
            }
        }
        decision.after().ifPresent(after -> after.waiting().notices().forEach(held -> settled.remove(held.cause())));
        return settled;
    }

    private static Optional<String> why(HoldChange hold) {
        return hold.change() == HoldChange.Change.WITHDRAWN
                ? Optional.of(hold.change().name())
                : hold.reason();
    }

    private static JournalHold hold(HoldChange change, Optional<Place> place) {
        HeldNotice held = change.notice();
        return JournalHold.newBuilder()
                .setChange(change.change().name())
                .setReason(change.reason().orElse(null))
                .setPartition(place.map(Place::partition).orElse(null))
                .setOffset(place.map(Place::offset).orElse(null))
                .setRole(held.role().name())
                .setParty(held.recipient().party().value())
                .setPerson(held.recipient().person().orElse(null))
                .setView(held.view())
                .setCategories(held.scope().stream().map(Enum::name).sorted().toList())
                .setStep(held.step().orElse(null))
                .setObjectFamily(held.object().family())
                .setObjectKey(held.object().key())
                .setUntil(held.until())
                .build();
    }
}
