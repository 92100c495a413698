package eu.estafette.connector.mail;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import java.util.Optional;

/** Finds the receiver of what comes back, from what we put into the mail. Keeps nothing. */
final class KnownNotices {

    private final PartyRegistry parties;
    private final Tokens tokens;
    private final CalendarUids uids;

    KnownNotices(PartyRegistry parties, Tokens tokens, CalendarUids uids) {
        this.parties = parties;
        this.tokens = tokens;
        this.uids = uids;
    }

    /** A notice and who got it. */
    record Sent(String noticeId, Party party) {}

    /** A notice of a party that has a mail address. */
    Optional<Sent> ofId(String noticeId) {
        return parties.all().stream()
                .filter(party -> !MailAddress.ofParty(party).isEmpty())
                .filter(party ->
                        tokens.openNoticeId(noticeId, party.id().value()).isPresent())
                .map(party -> new Sent(noticeId, party))
                .findFirst();
    }

    /** @throws UnreadableException if it is no answer to an invitation of ours, by one whom we invited */
    Sent of(CalendarReply reply) throws UnreadableException {
        CalendarUids.Entry entry = uids.open(reply.uid())
                .orElseThrow(() -> new UnreadableException("unknownEntry", "UID", "is of no invitation of this hub"));
        Party party = parties.get(new PartyId(entry.party()))
                .orElseThrow(() -> new UnreadableException("unknownEntry", "UID", "is of a party that is no more"));
        if (!MailAddress.ofParty(party).contains(reply.attendee())) {
            throw new UnreadableException(
                    "unknownAttendee", "ATTENDEE", "is no address to which this party gets its notices");
        }
        if (reply.sequence() < 1) {
            throw new UnreadableException(
                    "required", "SEQUENCE", "is missing: without it nobody can tell which invitation is answered");
        }
        return tokens.subjectOfCaseRef(entry.caseRef())
                .map(subject ->
                        tokens.noticeId(subject, reply.sequence(), party.id().value()))
                .map(id -> new Sent(id, party))
                .orElseThrow(() -> new UnreadableException("unknownEntry", "UID", "is of no case of this hub"));
    }
}
