package eu.estafette.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.estafette.schemas.seal.PartitionVerdict;
import eu.estafette.schemas.seal.SealFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows that the journal is as the hub wrote it, or where it is not. */
@Command(
        name = "verify",
        abbreviateSynopsis = true,
        description = {
            "Recomputes what is still kept of the journal and the chain of its seals from the beginning.",
            "Reads Kafka itself and asks no hub. The heads it prints are worth writing down elsewhere: a later run that"
                    + " does not reach them shows that seals were cut off the end."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {
            "0:the journal is as it was sealed",
            "1:something was changed or is missing, or entries wait too long for their seal",
            "2:wrong use, or Kafka or the registry does not answer"
        })
final class JournalVerifyCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    HelpOption help = new HelpOption();

    @Mixin
    private JournalSource source;

    @Option(names = "--json", description = "print the findings as JSON")
    private boolean json;

    @Option(
            names = "--unsealed",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "how long an entry may wait for its seal (default: ${DEFAULT-VALUE})")
    private int patience = 60;

    private JournalVerifyCommand(Surroundings around) {
        source = new JournalSource(around);
    }

    static CommandLine group(Surroundings around) {
        var group = new CommandLine(new CheckGroup()).addSubcommand(new JournalVerifyCommand(around));
        group.getCommandSpec().name("journal").usageMessage().description("Looks into the journal.");
        return group;
    }

    @Override
    public Integer call() throws TroubleException {
        Instant now = Instant.now();
        List<PartitionVerdict> verdicts = source.verify(now);
        boolean late = verdicts.stream().anyMatch(verdict -> isLate(verdict, now));
        List<SealFault> faults =
                verdicts.stream().flatMap(verdict -> verdict.faults().stream()).toList();
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(forPrograms(verdicts, faults, late));
        } else {
            forPeople(verdicts, faults, now).forEach(out::println);
        }
        return Exit.attentionIf(late || !faults.isEmpty());
    }

    private boolean isLate(PartitionVerdict verdict, Instant now) {
        return verdict.unsealedSince()
                .filter(since -> Duration.between(since, now).toSeconds() > patience)
                .isPresent();
    }

    private List<String> forPeople(List<PartitionVerdict> verdicts, List<SealFault> faults, Instant now) {
        var table = new Columns("PARTITION", "SEALS", "AS SEALED", "PAST KEEPING", "NOT SEALED YET", "HEAD");
        for (PartitionVerdict verdict : verdicts) {
            table.add(
                    "" + verdict.partition(),
                    "" + verdict.seals(),
                    "" + verdict.verified(),
                    "" + verdict.removed(),
                    unsealed(verdict, now),
                    verdict.head());
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        faults.forEach(fault -> lines.add(fault.kind() + " partition " + fault.partition() + ", offsets "
                + fault.firstOffset() + " to " + fault.lastOffset() + ": " + fault.detail()));
        lines.add(
                faults.isEmpty()
                        ? "What is kept of the journal is as it was sealed."
                        : Text.count(faults.size(), "fault") + ": the journal is not what the hub wrote.");
        return lines;
    }

    private String unsealed(PartitionVerdict verdict, Instant now) {
        return verdict.unsealedSince()
                .map(since -> verdict.unsealed() + " since "
                        + Duration.between(since, now).toSeconds() + " s" + (isLate(verdict, now) ? ", too long" : ""))
                .orElse("-");
    }

    private static String forPrograms(List<PartitionVerdict> verdicts, List<SealFault> faults, boolean late) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(
                "partitions",
                verdicts.stream().map(JournalVerifyCommand::fields).toList());
        report.put("faults", faults);
        report.put(
                "verified",
                verdicts.stream().mapToLong(PartitionVerdict::verified).sum());
        report.put(
                "unsealed",
                verdicts.stream().mapToLong(PartitionVerdict::unsealed).sum());
        report.put("unsealedTooLong", late);
        try {
            return new JsonMapper().writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, numbers and texts can be written", e);
        }
    }

    private static Map<String, Object> fields(PartitionVerdict verdict) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("partition", verdict.partition());
        fields.put("seals", verdict.seals());
        fields.put("head", verdict.head());
        fields.put("verified", verdict.verified());
        fields.put("removed", verdict.removed());
        fields.put("unsealed", verdict.unsealed());
        verdict.unsealedSince().ifPresent(since -> fields.put("unsealedSince", since.toString()));
        return fields;
    }
}
