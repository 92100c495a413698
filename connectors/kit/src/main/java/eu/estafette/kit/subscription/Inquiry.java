package eu.estafette.kit.subscription;

import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.poll.SetAside;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks a register about one person, and makes events of how the answer differs from what was known. Commits nothing itself. */
public interface Inquiry {

    /**
     * What an answer comes to; committed as one with the person's memory.
     *
     * @param memory what to know the next time; may hold person numbers
     */
    record Findings(List<Verdict.Accepted> events, List<SetAside> asides, byte[] memory) {

        public Findings {
            events = List.copyOf(events);
            asides = List.copyOf(asides);
        }
    }

    /** The register did not answer about this person; about others it may. Says which code it gave, and quotes nothing. */
    final class UnansweredException extends IOException {

        private static final long serialVersionUID = 1;

        public UnansweredException(String message) {
            super(message);
        }
    }

    /**
     * @param person one whose subscription runs
     * @param memory what the last answer left; empty after subscribing
     * @param now    the hub's time
     * @throws UnansweredException if the register gave no answer about this person
     * @throws IOException         if it cannot be reached, or does not do what it should
     */
    Findings ask(Subscription person, Optional<byte[]> memory, Instant now) throws IOException;
}
