package eu.estafette.local.demo.formats;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.local.demo.DemoFailedException;
import eu.estafette.local.demo.HubClient;
import eu.estafette.local.demo.ReceivedNotice;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** What partners look for until it is there. */
final class Awaited {

    private Awaited() {}

    /** A line of what a party found in its mailbox, once it is there. */
    static String told(HubClient hub, String party, String caseRef, Predicate<ReceivedNotice> which)
            throws IOException, InterruptedException, MessagingException {
        return that("a notice for " + party, () -> noticeIn(hub, party, caseRef, which))
                .line();
    }

    /** The first of a case that is so. */
    static Optional<ReceivedNotice> noticeIn(
            HubClient hub, String party, String caseRef, Predicate<ReceivedNotice> which)
            throws IOException, InterruptedException {
        for (JsonNode item : hub.mailbox(party)) {
            var notice = new ReceivedNotice(item);
            if (notice.caseRef().equals(caseRef) && which.test(notice)) {
                return Optional.of(notice);
            }
        }
        return Optional.empty();
    }

    /** A look whether it is there. */
    interface Look<T> {
        Optional<T> look() throws IOException, InterruptedException, MessagingException;
    }

    /** @throws DemoFailedException if it is not there after minutes */
    static <T> T that(String what, Look<T> look) throws IOException, InterruptedException, MessagingException {
        Instant giveUp = Instant.now().plus(HubClient.WITHIN);
        while (true) {
            Optional<T> found = look.look();
            if (found.isPresent()) {
                return found.get();
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new DemoFailedException("there was no " + what + " after " + HubClient.WITHIN.toSeconds() + " s");
            }
            LockSupport.parkNanos(HubClient.BETWEEN_LOOKS.toNanos());
        }
    }
}
