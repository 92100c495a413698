package eu.estafette.connector.mail;

import java.util.List;
import java.util.Optional;

/** What a mail turned out to be. */
sealed interface Incoming {

    /** Reports of mail servers, of one notice; none if it only tells of a delay. */
    record Bounced(List<Bounce> bounces) implements Incoming {}

    /** Answers to invitations. */
    record Replied(List<CalendarReply> replies) implements Incoming {}

    /**
     * Something that should have been one of these, or may have been: for the operators to see.
     *
     * @param content the part that cannot be read
     * @param answerTo the address of the person who wrote it; absent for what a program sent, which never gets an answer
     */
    record Unreadable(UnreadableException why, byte[] content, Optional<String> answerTo) implements Incoming {}

    /** Our own mail come back, or a program's word about an absence: nothing to tell. */
    record Nothing() implements Incoming {}
}
