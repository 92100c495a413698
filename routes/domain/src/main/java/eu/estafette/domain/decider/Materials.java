package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.view.View;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the data for a view: the event's own, or that of the object it is about (domain section 12). Lives as long as one turn and makes
 * each thing once, after the event was applied.
 */
final class Materials {

    private static final String EVENT_CONTRACT = "event/";
    private static final String CASE_CONTRACT = "document/case";
    private static final String STEP_CONTRACT = "document/step";

    private final Catalogue catalogue;
    private final Turn turn;
    private @Nullable Material event;
    private @Nullable Material caseDocument;

    Materials(Catalogue catalogue, Turn turn) {
        this.catalogue = catalogue;
        this.turn = turn;
    }

    Optional<View> view(String name) {
        return catalogue.views().named(name);
    }

    /** For a view of what just happened. */
    Optional<Material> ofEvent(View view) {
        return view.subject() == View.Subject.EVENT && view.isOf(turn.event().type())
                ? Optional.of(event())
                : ofObject(view, turn.object());
    }

    private Material event() {
        if (event == null) {
            EventType type = turn.event().type();
            event = new Material(turn.event().line(), contract(type), only(type, turn.content()));
        }
        return event;
    }

    private Material caseDocument() {
        if (caseDocument == null) {
            caseDocument = new Material(turn.event().line(), CASE_CONTRACT, CaseDocument.of(turn.draft()));
        }
        return caseDocument;
    }

    /** For a view of something that is known already. */
    Optional<Material> ofObject(View view, ObjectKey key) {
        return switch (view.subject()) {
            case CASE -> Optional.of(caseDocument());
            case EVENT ->
                turn.draft().object(key).flatMap(object -> lastOf(object, view.events())
                        .map(line -> of(object, line)));
            case STEP, SUBSCRIPTION -> Optional.empty();
        };
    }

    /** That something never was, or goes on: which, and nothing else. */
    static Material ofMove(Line line, Action action) {
        return new Material(line, STEP_CONTRACT, Fields.of("action", action.name()));
    }

    /** For a view of what a line told of an object, as it stands now; of one that was taken back, what is known without it. */
    Optional<Material> ofLine(View view, ObjectKey key, Line line) {
        return turn.draft()
                .object(key)
                .filter(ignored -> view.isOf(line.type()))
                .flatMap(object ->
                        object.history(line).filter(LineHistory::stands).map(history -> of(object, history)))
                .or(() -> ofObject(view, key));
    }

    /** What is known of a step without saying what it is about. */
    static Material ofStep(Line line, OpenStep step) {
        Fields data = Fields.of("step", step.code())
                .with("since", step.openedOn())
                .with("owner", step.owner().name());
        return new Material(line, STEP_CONTRACT, data);
    }

    /** The line of one of these types that was the last to begin. */
    static Optional<LineHistory> lastOf(CaseObject object, Set<EventType> types) {
        for (LineHistory line : object.lines().reversed()) {
            if (line.stands() && types.contains(line.line().type())) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private Material of(CaseObject object, LineHistory line) {
        EventType type = line.line().type();
        boolean byItself = object.isOf(Family.CASE) || !type.isOfPartners();
        Fields data = byItself ? line.content() : object.content();
        return new Material(line.line(), contract(type), only(type, data));
    }

    private static String contract(EventType type) {
        return EVENT_CONTRACT + type.shortName();
    }

    private Fields only(EventType type, Fields data) {
        if (catalogue.event(type).fields().keySet().containsAll(data.names())) {
            return data;
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String field : catalogue.event(type).fields().keySet()) {
            Object value = data.values().get(field);
            if (value != null) {
                kept.put(field, value);
            }
        }
        return new Fields(kept);
    }
}
