package eu.estafette.commands;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.table.Fact;
import eu.estafette.domain.table.KnownFacts;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.RulesetException;
import eu.estafette.domain.table.Rulesets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers why a rule did or did not fire, without a hub and without anybody's data. */
@Command(
        name = "explain",
        abbreviateSynopsis = true,
        description = {
            "Tells which rows of a next-step table fire on an event and why, which do not and why not.",
            "",
            "The case is a JSON file: who is on it, and what its facts are once the event has been applied.",
            "",
            "  {\"roles\": {\"COACH\": \"buddies/ria\", \"WELFARE\": \"ocmw-gent\"},",
            "   \"facts\": {\"by\": \"EMPLOYER\", \"was\": \"EMPLOYED\", \"employments\": \"ONE\"}}",
            "",
            "roles: party or party/person; they answer has.ROLE and may call for the table of one party. facts: those of the "
                    + "event's fields, by, and was, phase, employments, coaching, absent, collision, missed, handover; one "
                    + "that is left out counts as NONE or no."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:explained", "2:wrong use, or the case cannot be read"})
final class RulesExplainCommand implements Callable<Integer> {

    /** Where the hub's day of decision begins and ends. */
    private static final ZoneId HUB = ZoneId.of("Europe/Brussels");

    @Mixin
    private CheckOptions options = new CheckOptions();

    @Option(names = "--ruleset", paramLabel = "R", required = true, description = "of the case")
    private String ruleset = "";

    @Option(names = "--event", paramLabel = "E", required = true, description = "such as employment.ended")
    private String event = "";

    @Option(names = "--case", paramLabel = "FILE", required = true, description = "the case, as told above")
    private Path file = Path.of("");

    @Option(names = "--on", paramLabel = "DATE", description = "day of decision, such as 2026-03-31 (default: today)")
    private Optional<String> on = Optional.empty();

    @Override
    public Integer call() throws TroubleException {
        Catalogue catalogue = Catalogue.shipped();
        Rulesets rulesets = rulesets(catalogue);
        EventType type = type();
        SampleCase sample = new CaseFile(file, type, KnownFacts.of(type, catalogue)).read();
        NextStepTable table = table(rulesets, sample);
        requireComplete(sample, table.asked(type));
        var explained = new Explained(
                table.name(), type, table.explain(type, sample), new WhoText(catalogue, table, type, sample));
        options.print(explained.forPrograms(), explained.forPeople());
        return Exit.OK;
    }

    private Rulesets rulesets(Catalogue catalogue) throws TroubleException {
        try {
            return Rulesets.load(Tables.of(options.config()), catalogue);
        } catch (RulesetException e) {
            throw new TroubleException(
                    "The tables have " + Text.count(e.faults().size(), "fault")
                            + ", so nothing follows from them: see rules check.",
                    e);
        }
    }

    private EventType type() throws TroubleException {
        return EventType.ofShortName(event)
                .orElseThrow(() -> new TroubleException("There is no event " + event + "; known are "
                        + Arrays.stream(EventType.values())
                                .map(EventType::shortName)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private NextStepTable table(Rulesets rulesets, SampleCase sample) throws TroubleException {
        if (!rulesets.has(ruleset)) {
            throw new TroubleException(
                    "There is no ruleset " + ruleset + "; known are " + String.join(", ", rulesets.names()) + ".");
        }
        LocalDate day = day();
        return rulesets.tableFor(ruleset, day, sample.roles().values())
                .orElseThrow(() -> new TroubleException(
                        "No table of " + ruleset + " is valid on " + day + ": name another day with --on."));
    }

    private LocalDate day() throws TroubleException {
        try {
            return on.map(LocalDate::parse).orElseGet(() -> LocalDate.now(HUB));
        } catch (DateTimeParseException e) {
            throw new TroubleException("'" + on.orElse("") + "' is no day such as 2026-03-31: see --on.", e);
        }
    }

    private void requireComplete(SampleCase sample, List<Fact> asked) throws TroubleException {
        List<Fact> missing = sample.missing(asked);
        if (!missing.isEmpty()) {
            throw new TroubleException(file + ": no case is without "
                    + missing.stream()
                            .map(fact -> fact.name() + " (" + String.join(", ", fact.values()) + ")")
                            .collect(Collectors.joining(" and "))
                    + ", and rows ask it; add it to facts.");
        }
    }
}
