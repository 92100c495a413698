package eu.estafette.bench.router;

import eu.estafette.bench.competitor.CompetitorMain.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Options of a competitor's JVM: the same for all, but for the name of the recording. */
record CompetitorJvm(List<String> options, Optional<Path> recordings) {

    private static final List<String> HEAP = List.of("-Xms2g", "-Xmx2g");

    List<String> of(Task task, int round) {
        List<String> all = new ArrayList<>(HEAP);
        recordings.ifPresent(folder -> all.add("-XX:StartFlightRecording=settings=profile,filename="
                + folder.resolve(task.contender().label() + "-" + round + ".jfr")
                        .toAbsolutePath()));
        all.addAll(options);
        return all;
    }
}
