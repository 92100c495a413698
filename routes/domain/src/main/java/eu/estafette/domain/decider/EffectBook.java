package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Notes with its line what a fact brought about, by what the case was before its rows and is after them. */
final class EffectBook {

    private final Steps steps;
    private final CaseDraft draft;
    private final List<OpenStep> stepsBefore;
    private final List<Clock> clocksBefore;

    /** Remembers the case as it is now. */
    EffectBook(Steps steps, CaseDraft draft) {
        this.steps = steps;
        this.draft = draft;
        this.stepsBefore = List.copyOf(draft.steps());
        this.clocksBefore = draft.timers().running();
    }

    /** The steps that were there and are closed, or were opened anew by this event. */
    List<OpenStep> closed() {
        List<OpenStep> closed = new ArrayList<>();
        for (OpenStep step : stepsBefore) {
            Optional<OpenStep> now = steps.find(draft, step.code(), step.object());
            if (now.isEmpty() || now.get().event() != step.event()) {
                closed.add(step);
            }
        }
        return closed;
    }

    /** @param fired ids of the rows that fired */
    void note(ObjectKey key, Line line, List<Row> firing, List<String> fired) {
        Optional<Effects.Rest> rest = rest(firing, draft.sequence());
        if (!line.type().isOfPartners() && rest.isEmpty()) {
            return;
        }
        CaseObject object = draft.object(key).orElseThrow();
        LineHistory history = object.history(line).orElseThrow();
        // a clock is never taken back, but the phase it set is part of what the lines add up to
        Effects effects = line.type().isOfPartners()
                ? with(history.effects(), fired, rest)
                : Effects.NONE.with(List.of(), List.of(), rest);
        draft.put(object.with(history.withEffects(effects)));
    }

    private Effects with(Effects known, List<String> fired, Optional<Effects.Rest> rest) {
        return withClocks(known).with(fired, joined(known.closed(), closed()), rest.isPresent() ? rest : known.rest());
    }

    Effects withClocks(Effects known) {
        ClockChanges changes = ClockChanges.between(clocksBefore, draft.timers().running());
        return changes == ClockChanges.NONE
                ? known
                : known.withClocks(
                        joined(known.started(), changes.started()), joined(known.stopped(), changes.stopped()));
    }

    /** With one step more that the line closed. */
    static LineHistory closing(LineHistory line, OpenStep step) {
        Effects known = line.effects();
        return line.withEffects(known.with(known.rows(), joined(known.closed(), List.of(step)), known.rest()));
    }

    static List<String> ids(List<Row> rows) {
        String[] ids = new String[rows.size()];
        Arrays.setAll(ids, at -> rows.get(at).id());
        return List.of(ids);
    }

    static Optional<Effects.Rest> rest(List<Row> firing, long at) {
        Optional<Effects.Rest> rest = Optional.empty();
        for (Row row : firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Rest set) {
                    rest = Optional.of(new Effects.Rest(row.id(), set.phase(), at));
                }
            }
        }
        return rest;
    }

    static <T> List<T> joined(List<T> these, List<T> those) {
        if (those.isEmpty()) {
            return these;
        }
        List<T> all = new ArrayList<>(these);
        all.addAll(those);
        return all;
    }
}
