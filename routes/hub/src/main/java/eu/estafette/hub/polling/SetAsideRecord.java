package eu.estafette.hub.polling;

import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A part that could not become an event, as it lies on {@code estafette.invalid} beside events that could not be decided. */
final class SetAsideRecord {

    private static final int LONGEST_DETAIL = 1_000;

    /** The whole is among the originals. */
    private static final int LONGEST_CONTENT = 512 * 1024;

    private SetAsideRecord() {}

    static ProducerRecord<byte[], byte[]> of(SetAside part) {
        Issue first = part.issues().getFirst();
        Headers headers = new RecordHeaders();
        put(headers, "estafette.failure.code", first.code());
        put(headers, "estafette.failure.detail", detail(part));
        put(headers, "estafette.failure.party", part.party().value());
        put(headers, "estafette.connector", part.connector());
        put(headers, "estafette.dataref", part.original().sha256());
        put(headers, "estafette.part", Integer.toString(part.part()));
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
