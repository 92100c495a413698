package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.Family;
import java.util.Optional;

/** Which line opened a step, and which closes it. */
final class Openers {

    private final CaseDraft draft;
    private final Closing closing;

    Openers(CaseDraft draft, Closing closing) {
        this.draft = draft;
        this.closing = closing;
    }

    /** The line that opened a step and the object it tells of; absent once they left the case. */
    private record Opener(CaseObject object, LineHistory line) {}

    private Optional<Opener> opener(OpenStep step) {
        for (CaseObject object : draft.objects()) {
            for (LineHistory line : object.lines()) {
                if (line.knows(step.event())) {
                    return Optional.of(new Opener(object, line));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether what opened the step still holds. The hub's own events hold as long as what they are about. */
    boolean stands(OpenStep step) {
        Optional<Opener> opener = opener(step);
        if (opener.isEmpty()) {
            return true;
        }
        if (!opener.get().line.line().type().isOfPartners()) {
            return draft.object(step.object())
                    .filter(object -> object.stands() || object.isOf(Family.CASE))
                    .isPresent();
        }
        CaseObject object = opener.get().object;
        return object.alike(opener.get().line.line()).stream()
                .anyMatch(standing -> object.isCausedBy(standing.line(), step.event()));
    }

    /** What the notice of a step that is open again tells of. */
    Optional<Cause> cause(OpenStep step) {
        return opener(step).flatMap(opener -> opener.line.told().map(told -> told.on(opener.line.line())));
    }

    /**
     * The standing line that, accepted after that event, closes such a step by itself; of several the first. What the rows of a line close
     * is not looked for.
     */
    Optional<LineHistory> closer(OpenStep step, long event) {
        Optional<LineHistory> first = Optional.empty();
        for (CaseObject object : draft.objects()) {
            for (LineHistory line : object.lines()) {
                // a line whose messages had no effect tells nothing, nor since when
                boolean later =
                        line.stands() && since(line) > event && (first.isEmpty() || since(line) < since(first.get()));
                if (later && closing.closes(line.line().type(), object.key(), line.content(), step)) {
                    first = Optional.of(line);
                }
            }
        }
        return first;
    }

    private static long since(LineHistory line) {
        return line.told().orElseThrow().since();
    }

    /** Hands a step over to the line that closes it now, so that it comes back if that is taken back. */
    void leaveTo(LineHistory closer, OpenStep step) {
        for (CaseObject object : draft.objects()) {
            Optional<LineHistory> line = object.history(closer.line());
            if (line.isPresent()) {
                LineHistory with = EffectBook.closing(line.get(), step);
                draft.put(object.with(with));
                return;
            }
        }
    }
}
