package eu.estafette.connector.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * One entry of a calendar that a receiver sent back (RFC 5546).
 *
 * @param sequence 0 if it is not there
 * @param stamp    when the reply was made, by the sender's clock
 * @param attendee mail address of who answers, in small letters
 * @param partstat ACCEPTED, DECLINED …, in capitals; NEEDS-ACTION where nothing is said
 * @param start    of a counter-proposal, as people write it
 */
record CalendarReply(
        Method method,
        String uid,
        int sequence,
        Optional<Instant> stamp,
        String attendee,
        String partstat,
        Optional<String> start,
        Optional<String> comment) {

    /** What the reply is. */
    enum Method {
        REPLY,
        COUNTER
    }

    /** Without what somebody wrote. */
    @Override
    public String toString() {
        return "CalendarReply[" + method + ", " + partstat + "]";
    }
}
