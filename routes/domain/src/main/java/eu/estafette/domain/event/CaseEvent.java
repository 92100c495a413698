package eu.estafette.domain.event;

import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What happened in a case, as accepted at the door: well-formed, identifiers checked, sender known. Holds no person number; which person
 * it is about shows only in the case it is decided with.
 *
 * @param id        the sender's id of this message
 * @param sender    the party that sent it, with the person or desk where known; {@code hub} for the hub's own events
 * @param as        the role in which the sender speaks, where it said so
 * @param digest    over the data as posted: equal key and equal digest is a duplicate, equal key and other digest a reused version
 * @param partial   a connector says that it knows only part of the content
 * @param ruleset   named by an opener
 * @param roles     claimed by an opener
 */
public record CaseEvent(
        String id,
        String source,
        EventType type,
        Instant time,
        Recipient sender,
        Optional<Role> as,
        Action action,
        String businessKey,
        int version,
        LocalDate occurredOn,
        boolean partial,
        String digest,
        Optional<String> ruleset,
        List<RoleClaim> roles,
        Fields data) {

    public CaseEvent {
        roles = List.copyOf(roles);
    }

    public Line line() {
        return new Line(source, type, businessKey);
    }

    /** The object it is about: named by family and business key, for the hub's own events and answers by their own fields. */
    public ObjectKey object() {
        return switch (type) {
            case CLOCK_RANG, STEP_OVERDUE, NOTICE_ANSWERED ->
                data.text("objectFamily")
                        .map(family ->
                                new ObjectKey(family, data.text("objectKey").orElse("")))
                        .orElse(ObjectKey.CASE);
            default -> new ObjectKey(type.family().code(), type.family() == Family.CASE ? "" : businessKey);
        };
    }

    /** The same message under another line, as a move of that, telling all this. */
    public CaseEvent as(Action otherAction, Line line, int otherVersion, Fields otherData) {
        return new CaseEvent(
                id,
                line.source(),
                line.type(),
                time,
                sender,
                as,
                otherAction,
                line.businessKey(),
                otherVersion,
                occurredOn,
                partial,
                digest,
                ruleset,
                roles,
                otherData);
    }
}
