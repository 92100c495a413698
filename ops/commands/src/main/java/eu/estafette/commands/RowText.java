package eu.estafette.commands;

import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.Term;
import java.util.stream.Collectors;

/** Cells of a row as its table has them. */
final class RowText {

    private RowText() {}

    static String does(Row row) {
        return row.effects().stream().map(RowText::effect).collect(Collectors.joining(" "));
    }

    private static String effect(Effect effect) {
        return switch (effect) {
            case Effect.Act(String step) -> "act:" + step;
            case Effect.NoAct ignored -> "act:NONE";
            case Effect.InformView(String view) -> "inform:" + view;
            case Effect.InformOwn ignored -> "inform:own";
            case Effect.Close(String step) -> "close:" + step;
            case Effect.Rest(var phase) -> "phase:" + phase;
            case Effect.StartClock(String clock) -> "start-clock:" + clock;
            case Effect.StopClock(String clock) -> "stop-clock:" + clock;
        };
    }

    /** Empty if the row sets no date. */
    static String within(Row row) {
        return row.within().alternatives().stream().map(RowText::due).collect(Collectors.joining("/"));
    }

    private static String due(Term.Due due) {
        return switch (due) {
            case Term.Due.After(var duration) -> duration.toString();
            case Term.Due.OnField(String field, var moved) when moved.isZero() -> field;
            case Term.Due.OnField(String field, var moved) when moved.isNegative() -> field + "-" + moved.negated();
            case Term.Due.OnField(String field, var moved) -> field + "+" + moved;
        };
    }
}
