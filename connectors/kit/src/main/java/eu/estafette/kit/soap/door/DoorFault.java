package eu.estafette.kit.soap.door;

import eu.estafette.kit.xml.XmlRefusedException;
import java.time.Duration;
import java.util.Optional;

/** Ends a call with a SOAP fault. Made for control flow: no stack trace, nothing to log. Its sentence quotes nothing of the message. */
final class DoorFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int FAULT = 500;
    private static final String CLIENT = "Client";
    private static final String SERVER = "Server";

    private final int status;
    private final String code;
    private final transient Optional<Duration> retryAfter;

    private DoorFault(int status, String code, String sentence, Optional<Duration> retryAfter) {
        super(sentence, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    static DoorFault unauthorized() {
        return client(401, "No party is known by this call's token.");
    }

    static DoorFault forbidden(String sentence) {
        return client(403, sentence + " Nothing was kept, and the attempt is on record.");
    }

    static DoorFault tooLarge(int limit) {
        return client(413, "The message has more than " + limit + " bytes; nothing was kept.");
    }

    static DoorFault unsupportedMedia() {
        return client(415, "Send text/xml in UTF-8, unpacked and without attachments; nothing was kept.");
    }

    static DoorFault tooMany(Duration wait) {
        return new DoorFault(
                429,
                SERVER,
                "This party sends more messages per second than was agreed; nothing was kept. Send it again later.",
                Optional.of(wait));
    }

    static DoorFault unreadable(XmlRefusedException e) {
        return unreadable(e.detail());
    }

    /** @param what ends a sentence about the message */
    static DoorFault unreadable(String what) {
        return client(FAULT, "The message " + what + "; nothing was kept.");
    }

    static DoorFault otherVersion() {
        return new DoorFault(
                FAULT, "VersionMismatch", "This door speaks SOAP 1.1 only; nothing was kept.", Optional.empty());
    }

    static DoorFault notUnderstood() {
        return new DoorFault(
                FAULT,
                "MustUnderstand",
                "A header entry that must be understood is not known here; nothing was kept.",
                Optional.empty());
    }

    static DoorFault later(Duration retryAfter) {
        return new DoorFault(
                503,
                SERVER,
                "The hub cannot keep messages now, and whether this one was kept is not known. Sending it again does no harm.",
                Optional.of(retryAfter));
    }

    /** @param instance by which operators find it in the log */
    static DoorFault ours(String instance) {
        return new DoorFault(
                FAULT,
                SERVER,
                "The hub failed on this message, and whether it was kept is not known. Sending it again does no harm; tell the"
                        + " operators " + instance + ".",
                Optional.empty());
    }

    private static DoorFault client(int status, String sentence) {
        return new DoorFault(status, CLIENT, sentence, Optional.empty());
    }

    SoapReply reply() {
        return new SoapReply(status, Envelopes.fault(code, String.valueOf(getMessage())), retryAfter);
    }
}
