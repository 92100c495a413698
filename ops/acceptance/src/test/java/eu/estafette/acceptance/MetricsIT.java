package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/metrics.md says of the metrics is so, and alerts and dashboard use nothing else. */
class MetricsIT {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern NAME = Pattern.compile("estafette_[a-z_]+");

    private record Row(String name, String alert, String there) {}

    private static List<Row> page() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/metrics.md")).stream()
                .filter(line -> line.startsWith("| `estafette_"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].strip().replace("`", ""), cells[6].strip(), cells[7].strip()))
                .toList();
    }

    private static Set<String> names(String text) {
        return NAME.matcher(text).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void aRunningHubHasTheMetricsOfThePageAndNoOthers(@TempDir Path folder) throws Exception {
        try (Jvm hub = Jvm.hub(folder);
                HttpClient http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(hub.address() + "/actuator/prometheus"))
                    .build();
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                // When
                Set<String> found = http.send(request, BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("estafette_"))
                        .map(line -> line.split("[ {]", 2)[0])
                        .collect(Collectors.toCollection(TreeSet::new));

                // Then
                assertThat(found)
                        .containsAll(page().stream()
                                .filter(row -> row.there().equals("always"))
                                .map(Row::name)
                                .toList());
                assertThat(page().stream().map(Row::name)).containsAll(found);
            });
        }
    }

    @Test
    void alertsAndDashboardUseWhatThePageExplainsAndThePageNamesTheAlertsThereAre() throws IOException {
        Set<String> explained = page().stream().map(Row::name).collect(Collectors.toSet());
        String alerts = Files.readString(ROOT.resolve("ops/deploy/prometheus/estafette.rules.yaml"));
        String dashboard = Files.readString(ROOT.resolve("ops/deploy/grafana/estafette.json"));

        assertThat(explained).containsAll(names(alerts)).containsAll(names(dashboard));
        assertThat(names(alerts)).hasSizeGreaterThan(8);
        assertThat(names(dashboard)).hasSizeGreaterThan(8);
        Set<String> written = Pattern.compile("alert: (\\w+)")
                .matcher(alerts)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = Pattern.compile("`(Estafette\\w+)`")
                .matcher(page().stream().map(Row::alert).collect(Collectors.joining()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(told).isEqualTo(written);
    }
}
