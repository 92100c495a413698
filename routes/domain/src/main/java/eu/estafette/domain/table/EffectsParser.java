package eu.estafette.domain.table;

import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.Words;
import java.util.List;

/** Reads a {@code does} cell. */
final class EffectsParser {

    private static final String NONE = "NONE";
    private static final String OWN = "own";

    private final Catalogue catalogue;

    EffectsParser(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Effect> parse(String cell) {
        List<Effect> effects = Words.of(cell).stream().map(this::effect).toList();
        if (effects.isEmpty()) {
            throw new CellFault(RulesetFault.Kind.SYNTAX, "does nothing; expected act:, inform:, close:, phase:, …");
        }
        if (effects.stream().filter(EffectsParser::needsReceiver).count() > 1) {
            throw new CellFault(RulesetFault.Kind.SYNTAX, "one act: or inform: per row, found " + cell);
        }
        return effects;
    }

    private static boolean needsReceiver(Effect effect) {
        return switch (effect) {
            case Effect.Act ignored -> true;
            case Effect.NoAct ignored -> true;
            case Effect.InformView ignored -> true;
            case Effect.InformOwn ignored -> true;
            case Effect.Close ignored -> false;
            case Effect.Rest ignored -> false;
            case Effect.StartClock ignored -> false;
            case Effect.StopClock ignored -> false;
        };
    }

    private Effect effect(String word) {
        int colon = word.indexOf(':');
        String verb = colon < 0 ? word : word.substring(0, colon);
        String object = colon < 0 ? "" : word.substring(colon + 1);
        return switch (verb) {
            case "act" -> object.equals(NONE) ? new Effect.NoAct() : new Effect.Act(step(object));
            case "inform" -> object.equals(OWN) ? new Effect.InformOwn() : new Effect.InformView(view(object));
            case "close" -> new Effect.Close(step(object));
            case "phase" -> new Effect.Rest(phase(object));
            case "start-clock" -> new Effect.StartClock(clock(object));
            case "stop-clock" -> new Effect.StopClock(clock(object));
            default -> throw new CellFault(RulesetFault.Kind.SYNTAX, "'" + word + "' is nothing a row can do");
        };
    }

    private String step(String name) {
        return known(catalogue.steps().has(name), RulesetFault.Kind.UNKNOWN_STEP, "step", name);
    }

    private String view(String name) {
        return known(catalogue.views().named(name).isPresent(), RulesetFault.Kind.UNKNOWN_VIEW, "view", name);
    }

    private String clock(String name) {
        return known(catalogue.clocks().containsKey(name), RulesetFault.Kind.UNKNOWN_CLOCK, "clock", name);
    }

    private static Phase phase(String name) {
        return switch (name) {
            case "ORIENTATION" -> Phase.ORIENTATION;
            case "JOB_SEARCH" -> Phase.JOB_SEARCH;
            case "DORMANT" -> Phase.DORMANT;
            default ->
                throw new CellFault(
                        RulesetFault.Kind.UNKNOWN_PHASE,
                        "a case rests in ORIENTATION, JOB_SEARCH or DORMANT, not in " + name);
        };
    }

    private static String known(boolean known, RulesetFault.Kind kind, String what, String name) {
        if (!known) {
            throw new CellFault(kind, "unknown " + what + " " + name);
        }
        return name;
    }
}
