package eu.estafette.kit.soap.door;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.DoorLog.Refusal;
import eu.estafette.kit.party.Party;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks at a call before anything in it is read: who it is, and how much it brings in what form. */
final class DoorGuard {

    private static final Pattern PLAIN_XML =
            Pattern.compile("text/xml\\s*(;\\s*charset\\s*=\\s*\"?(utf-8|us-ascii)\"?\\s*)?");

    private final SoapDoors doors;
    private final String door;

    DoorGuard(SoapDoors doors, String door) {
        this.doors = doors;
        this.door = door;
    }

    /** @throws DoorFault 401 or 403 */
    Party caller(Map<String, Object> call) {
        PartyId id = doors.callers().of(call).orElseThrow(DoorFault::unauthorized);
        Party party = doors.parties()
                .get(id)
                .orElseThrow(() -> forbidden(id, "unknownCaller", "The token's client is no party of this hub."));
        if (party.receive().stream().noneMatch(address -> address.by().equals(door))) {
            throw forbidden(id, "doorNotYours", "The party's file has no receive: {by: " + door + "}.");
        }
        return party;
    }

    private DoorFault forbidden(PartyId id, String code, String sentence) {
        doors.doorLog().refused(new Refusal(id, code, sentence));
        return DoorFault.forbidden(sentence);
    }

    /**
     * The envelope. Never reads more than the limit and one byte, whatever the call says of its length.
     *
     * @throws DoorFault 413, 415 or 429
     */
    byte[] envelope(Party caller, Map<String, Object> call, InputStream body) throws IOException {
        if (!PLAIN_XML.matcher(header(call, "Content-Type")).matches()
                || !header(call, "Content-Encoding").matches("|identity")) {
            throw DoorFault.unsupportedMedia();
        }
        int limit = doors.settings().bodyLimit();
        byte[] envelope = body.readNBytes(limit + 1);
        if (envelope.length > limit) {
            throw DoorFault.tooLarge(limit);
        }
        doors.allowance().take(caller, 1).ifPresent(wait -> {
            // rounded up: whoever comes again after that many seconds is let in
            throw DoorFault.tooMany(
                    wait.plus(Duration.ofNanos(999_999_999)).truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
        });
        return envelope;
    }

    private static String header(Map<String, Object> call, String name) {
        return call.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> String.valueOf(header.getValue()).strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }
}
