package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command and what came of it.
 *
 * @param kind    PAUSE, RESUME, REPLAY or DISCARD
 * @param counts  of its notices, by state
 * @param parts   what the owners of the lanes said at the end
 * @param items   its notices, those chosen first, then those that waited behind them
 * @param next    to be given back as {@code after}; absent at the end
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CommandReport(
        String command,
        Optional<String> kind,
        CommandState state,
        Optional<String> operator,
        Optional<String> reason,
        Optional<Instant> givenAt,
        List<String> parties,
        Map<String, Long> counts,
        List<Part> parts,
        List<Outcome> items,
        Optional<String> next,
        List<Plan.Warning> attention) {

    /** One entry COMMANDED of the journal. */
    record Told(
            String party,
            Instant at,
            String state,
            Optional<String> reason,
            Optional<String> detail,
            Optional<String> operator,
            Optional<Integer> parts) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Part(String party, String state, Instant at, Optional<String> reason, Optional<String> detail) {}

    /**
     * @param chosen false of a notice that waited behind a chosen one and went after it
     * @param state  CHOSEN, REPLAYED (in its turn), DELIVERED, DEAD (once more), PARKED, WITHDRAWN, DISCARDED; SKIPPED: it was solved before;
     *               NOT_REACHED: the command ended first
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Outcome(
            @JsonIgnore long number,
            String noticeId,
            String party,
            boolean chosen,
            String state,
            Optional<Instant> at,
            Optional<Integer> status,
            Optional<String> reason,
            Optional<String> detail) {}

    static CommandReport of(
            String id, List<Told> told, CommandState state, Map<String, Long> counts, List<Outcome> found, int limit) {
        Optional<Told> given =
                told.stream().filter(one -> one.state().equals("ACCEPTED")).findFirst();
        List<Outcome> items = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > limit;
        return new CommandReport(
                id,
                given.flatMap(Told::reason),
                state == CommandState.ACCEPTED && !items.isEmpty() && isBegun(counts) ? CommandState.RUNNING : state,
                given.flatMap(Told::operator),
                given.flatMap(Told::detail),
                given.map(Told::at),
                told.stream().map(Told::party).distinct().sorted().toList(),
                counts,
                told.stream()
                        .filter(one -> !one.state().equals("ACCEPTED"))
                        .map(one -> new Part(one.party(), one.state(), one.at(), one.reason(), one.detail()))
                        .toList(),
                items,
                more ? Optional.of(Long.toString(items.getLast().number())) : Optional.empty(),
                attention(state));
    }

    private static boolean isBegun(Map<String, Long> counts) {
        return counts.keySet().stream().anyMatch(one -> !one.equals("CHOSEN"));
    }

    private static List<Plan.Warning> attention(CommandState state) {
        return state == CommandState.STOPPED || state == CommandState.REFUSED
                ? List.of(new Plan.Warning(
                        "COMMAND_" + state, 1, "The command ended before all of it was done; see its notices."))
                : List.of();
    }
}
