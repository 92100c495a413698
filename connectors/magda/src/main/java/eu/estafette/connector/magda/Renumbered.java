package eu.estafette.connector.magda;

import eu.estafette.domain.event.EventType;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.StampVersion;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import java.time.ZonedDateTime;

/** That MAGDA knows a person by another number. */
record Renumbered(Party party, String old, String renewed) {

    private static final String KEY = "Uitzondering";

    /** @param now by the clocks of Brussels: MAGDA does not say since when */
    Translated event(OriginalRef original, int part, ZonedDateTime now) {
        return new EventDraft(EventType.PERSON_RENUMBERED, party, original, part, now.toInstant())
                .text("businessKey", "MAGDA-30004-" + original.sha256().substring(0, 16), KEY)
                .version(StampVersion.of(now.toLocalDateTime()), KEY)
                .date("occurredOn", now.toLocalDate(), KEY)
                .subject("INSZ", old, "INSZ")
                .text("old.scheme", "INSZ", "INSZ")
                .text("old.number", old, "INSZ")
                .text("new.scheme", "INSZ", KEY)
                .text("new.number", renewed, KEY)
                .translated();
    }

    /** Without the numbers. */
    @Override
    public String toString() {
        return "Renumbered[" + party.id() + "]";
    }
}
