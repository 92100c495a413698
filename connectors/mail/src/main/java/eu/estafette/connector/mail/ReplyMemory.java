package eu.estafette.connector.mail;

import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * The newest answer per calendar entry: of two with different SEQUENCE the higher one counts, of two with the same the one made later
 * (RFC 5546 2.1.5). And the last report per notice. One small value each; keys hold no address.
 */
final class ReplyMemory {

    private final Round round;

    ReplyMemory(Round round) {
        this.round = round;
    }

    /** How an answer stands to what is known. */
    enum Standing {
        NEWER,
        SAME,
        OLDER
    }

    /** What is compared of an answer. */
    private record Mark(int sequence, Instant stamp, String says) {

        private static final String BETWEEN = " ";

        static Mark of(CalendarReply reply) {
            return new Mark(
                    reply.sequence(),
                    reply.stamp().orElse(Instant.EPOCH),
                    reply.method() + ":" + reply.partstat() + ":"
                            + Hash.of(reply.start().orElse(""), reply.comment().orElse("")));
        }

        static Mark read(byte[] value) {
            String[] parts = new String(value, StandardCharsets.UTF_8).split(BETWEEN, 3);
            return new Mark(Integer.parseInt(parts[0]), Instant.parse(parts[1]), parts[2]);
        }

        byte[] bytes() {
            return String.join(BETWEEN, String.valueOf(sequence), stamp.toString(), says)
                    .getBytes(StandardCharsets.UTF_8);
        }

        Standing comparedTo(Mark known) {
            if (equals(known)) {
                return Standing.SAME;
            }
            boolean older = sequence < known.sequence || sequence == known.sequence && stamp.isBefore(known.stamp);
            return older ? Standing.OLDER : Standing.NEWER;
        }
    }

    Standing standing(CalendarReply reply) {
        return round.state(key(reply))
                .map(known -> Mark.of(reply).comparedTo(Mark.read(known)))
                .orElse(Standing.NEWER);
    }

    void remember(CalendarReply reply, Batch batch) {
        batch.put(key(reply), Mark.of(reply).bytes());
    }

    boolean isKnown(Bounce bounce) {
        return round.state(key(bounce))
                .map(known -> new String(known, StandardCharsets.UTF_8))
                .equals(Optional.of(bounce.status()));
    }

    void remember(Bounce bounce, Batch batch) {
        batch.put(key(bounce), bounce.status().getBytes(StandardCharsets.UTF_8));
    }

    private static String key(CalendarReply reply) {
        return "uid/" + Hash.of(reply.uid());
    }

    private static String key(Bounce bounce) {
        return "bounce/" + Hash.of(bounce.noticeId());
    }
}
