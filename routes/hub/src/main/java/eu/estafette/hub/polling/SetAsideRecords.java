package eu.estafette.hub.polling;

import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Writes parts that could not become events, as they lie on {@code estafette.invalid} beside events that could not be decided. */
final class SetAsideRecords {

    private static final int LONGEST_DETAIL = 1_000;

    /** The whole is among the originals. */
    private static final int LONGEST_CONTENT = 512 * 1024;

    private final Poller poller;
    private final InstantSource clock;

    SetAsideRecords(Poller poller, InstantSource clock) {
        this.poller = poller;
        this.clock = clock;
    }

    /** It names its poller where it can be read once more. */
    ProducerRecord<byte[], byte[]> of(SetAside part) {
        Issue first = part.issues().getFirst();
        Headers headers = new RecordHeaders();
        put(headers, "estafette.failure.code", first.code());
        put(headers, "estafette.failure.detail", detail(part));
        put(headers, "estafette.failure.party", part.party().value());
        put(headers, "estafette.connector", part.connector());
        put(headers, "estafette.dataref", part.original().sha256());
        put(headers, "estafette.part", Integer.toString(part.part()));
        put(headers, "estafette.read-at", clock.instant().toString());
        if (part.part() != SetAside.REMARK && poller.rereading().isPresent()) {
            put(headers, "estafette.poller", poller.id());
        }
        byte[] name = (Topics.AT_THE_DOOR + part.name()).getBytes(StandardCharsets.UTF_8);
        byte[] content = part.content();
        return new ProducerRecord<>(
                Topics.INVALID,
                null,
                name,
                content.length <= LONGEST_CONTENT ? content : Arrays.copyOf(content, LONGEST_CONTENT),
                headers);
    }

    private static String detail(SetAside part) {
        String all = part.issues().stream()
                .map(issue -> issue.name() + " " + issue.detail())
                .collect(Collectors.joining("; "));
        return all.length() <= LONGEST_DETAIL ? all : all.substring(0, LONGEST_DETAIL);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
