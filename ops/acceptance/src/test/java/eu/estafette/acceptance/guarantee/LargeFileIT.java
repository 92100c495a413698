package eu.estafette.acceptance.guarantee;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.acceptance.Bsn;
import eu.estafette.acceptance.Jvm;
import eu.estafette.acceptance.oracle.GuaranteeReport;
import eu.estafette.kit.rig.SftpPartner;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training organisation's file of any size comes in through a hub that has little memory: as many events as lines, and each bad line back. */
@Tag("guarantee")
class LargeFileIT {

    private static final int LINES = Integer.getInteger("estafette.guarantee.lines", 20_000);
    private static final int BAD_EACH = 1_000;
    private static final int PERSONS = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final String PARTY = "cvo-noord";

    @TempDir
    Path folder;

    @Test
    void aFileOfAnySizeComesInThroughLittleMemory() throws Exception {
        try (var partner = new SftpPartner(Files.createDirectories(folder.resolve("partner")));
                var estate = new Estate(folder, config(partner), List.of(PARTY), OneBroker.start(folder))) {
            // Given
            write(partner.path("enrolments.csv"));
            List<String> arguments = new ArrayList<>(estate.arguments("hub", 0));
            arguments.addAll(List.of("--roles", "ingest"));

            // When
            try (var hub = Jvm.hub(options(), arguments)) {
                Files.move(partner.path("enrolments.csv"), partner.path("in/enrolments.csv"));
                await().atMost(PATIENCE).until(() -> partner.list("out").contains("enrolments.receipt.csv"));
                assertThat(hub.isAlive()).isTrue();
            }

            // Then
            int bad = LINES / BAD_EACH;
            assertThat(partner.read("out/enrolments.receipt.csv")).contains(";" + (LINES - bad) + ";" + bad + ";");
            assertThat(partner.read("out/enrolments.rejects.csv").lines()).hasSize(bad + 1);
            var came = new Committed(estate.kafka()).events();
            assertThat(came.ids()).hasSize(LINES - bad);
            assertThat(came.twice()).isEmpty();
            GuaranteeReport.ofThisBuild()
                    .measured(
                            "a file through a hub with -Xmx256m",
                            Map.of(
                                    "lines",
                                    LINES,
                                    "rejected",
                                    bad,
                                    "secondsFromFirstToLastEvent",
                                    came.lasting().toMillis() / 1000.0,
                                    "linesPerSecond",
                                    LINES * 1000L / Math.max(1, came.lasting().toMillis())));
        }
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(HubProcess.SHARED);
        options.add("-Xmx256m");
        options.add("-Destafette.polling.interval=PT1S");
        return options;
    }

    private Path config(SftpPartner partner) throws IOException {
        Path parties = Files.createDirectories(folder.resolve("config").resolve("parties"));
        Map<String, List<String>> address = partner.address("training-csv").settings();
        Files.writeString(parties.resolve(PARTY + ".yaml"), """
                id: %s
                region: NL
                language: nl
                roles: [TRAINING]
                deliver: {by: mailbox}
                ruleset: netherlands-municipality
                receive:
                  - {by: training-csv, url: "%s", hostKey: "%s", password: "%s"}
                """.formatted(
                        PARTY,
                        address.get("url").getFirst(),
                        address.get("hostKey").getFirst(),
                        address.get("password").getFirst()));
        return parties.getParent();
    }

    private static void write(Path file) throws IOException {
        List<String> persons = Bsn.numbers(PERSONS);
        try (BufferedWriter lines = Files.newBufferedWriter(file, UTF_8)) {
            lines.write("reference;date;number;status;course;course name;planned end;hours\r\n");
            for (int line = 1; line <= LINES; line++) {
                String number = line % BAD_EACH == 0 ? "123456789" : persons.get(line % PERSONS);
                lines.write("T-" + line + ";2026-03-02;" + number + ";ENROLLED;NT2;Nederlands;2026-06-30;38,5\r\n");
            }
        }
    }
}
