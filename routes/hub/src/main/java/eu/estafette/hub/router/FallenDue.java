package eu.estafette.hub.router;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decider.Due;
import eu.estafette.hub.router.message.DecisionWriter;
import eu.estafette.hub.router.message.Forgetting;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseCodec;
import eu.estafette.hub.router.store.StoredSubject;
import eu.estafette.kit.token.SubjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What time brings about in one case: clocks ring, holds end, old entries go, an alias that nobody used is dropped. */
record FallenDue(Due due, CaseCodec cases, DecisionWriter writer, Forgetting forgetting) {

    Effects in(StoredSubject stored, SubjectKey subject, Instant now) {
        if (stored.alias().isPresent()) {
            return new Effects(Optional.of(Effects.Change.of(cases, subject, stored, StoredSubject.NONE)), List.of());
        }
        List<Outgoing> raised = new ArrayList<>();
        stored.file()
                .map(file -> due.events(file, now))
                .orElse(List.of())
                .forEach(event -> raised.add(writer.raised(subject, event, now)));
        var turn = new DecisionWriter.Turn(subject, stored.from(), stored.identity(), stored.places(), now);
        stored.anteroom().expired(now).forEach(held -> raised.add(writer.expired(turn, stored.file(), held)));
        Anteroom left = stored.anteroom().withoutExpired(now);
        Optional<Case> kept = stored.file().map(file -> due.keeping(file, now));
        stored.file().ifPresent(file -> raised.addAll(forgetting.between(file, kept.orElse(file), turn)));
        Optional<Effects.Change> change = left.equals(stored.anteroom()) && kept.equals(stored.file())
                ? Optional.empty()
                : Optional.of(Effects.Change.of(cases, subject, stored, stored.with(kept, left, stored.places(), due)));
        return new Effects(change, raised);
    }
}
