package eu.estafette.connector.mail;

import eu.estafette.connector.mail.Incoming.Bounced;
import eu.estafette.connector.mail.Incoming.Nothing;
import eu.estafette.connector.mail.Incoming.Replied;
import eu.estafette.connector.mail.Incoming.Unreadable;
import eu.estafette.connector.mail.KnownNotices.Sent;
import eu.estafette.connector.mail.MailEvents.Source;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Puts what one mail says into one batch. Each part of it comes in, or is the same as one before, or stands aside. */
final class MailBatch {

    private static final int SHOWN = 256 * 1024;

    private final WayIn wayIn;
    private final KnownNotices notices;
    private final MailEvents events = new MailEvents();

    MailBatch(WayIn wayIn, KnownNotices notices) {
        this.wayIn = wayIn;
        this.notices = notices;
    }

    /** One mail on its way in. */
    record Work(OriginalRef original, byte[] raw, Batch batch, ReplyMemory memory, Instant now) {}

    /** Returns the address of the person to tell that nothing was understood; mostly empty. */
    Optional<String> put(Incoming mail, Work work) {
        switch (mail) {
            case Bounced(List<Bounce> bounces) -> {
                for (int at = 0; at < bounces.size(); at++) {
                    put(bounces.get(at), at + 1, work);
                }
            }
            case Replied(List<CalendarReply> replies) -> {
                for (int at = 0; at < replies.size(); at++) {
                    put(replies.get(at), at + 1, work);
                }
            }
            case Unreadable(UnreadableException why, byte[] content, Optional<String> answerTo) -> {
                byte[] shown = content.length == 0 ? work.raw() : content;
                aside(PartyId.HUB, SetAside.WHOLE, shown, List.of(issue(why)), work);
                return answerTo;
            }
            case Nothing() -> {
                // kept where it is: the folder of mails that were read
            }
        }
        return Optional.empty();
    }

    private void put(CalendarReply reply, int part, Work work) {
        PartyId who = PartyId.HUB;
        try {
            Sent sent = notices.of(reply);
            who = sent.party().id();
            switch (work.memory().standing(reply)) {
                case SAME -> {
                    return;
                }
                case OLDER ->
                    throw new UnreadableException(
                            "superseded", "SEQUENCE", "is of an answer that a newer one has overtaken");
                case NEWER -> {}
            }
            Optional<Translated> answer = events.of(reply, sent, new Source(work.original(), part), work.now());
            if (answer.isPresent() && bring(answer.get(), sent.party(), part, work)) {
                work.memory().remember(reply, work.batch());
            }
        } catch (UnreadableException e) {
            aside(who, part, work.raw(), List.of(issue(e)), work);
        }
    }

    private void put(Bounce bounce, int part, Work work) {
        Optional<Sent> sent = notices.ofId(bounce.noticeId());
        if (sent.isEmpty()) {
            var why = new UnreadableException("noticeUnknown", "Message-ID", "is of no notice that went out by mail");
            aside(PartyId.HUB, part, work.raw(), List.of(issue(why)), work);
        } else if (!work.memory().isKnown(bounce)
                && bring(
                        events.of(bounce, sent.get(), new Source(work.original(), part), work.now()),
                        sent.get().party(),
                        part,
                        work)) {
            work.memory().remember(bounce, work.batch());
        }
    }

    private boolean bring(Translated event, Party party, int part, Work work) {
        return switch (wayIn.screening().screen(event, party)) {
            case Screened.Fit fit -> {
                work.batch().accept(fit.accepted());
                yield true;
            }
            case Screened.Unfit unfit -> {
                aside(party.id(), part, work.raw(), unfit.issues(), work);
                yield false;
            }
        };
    }

    private static void aside(PartyId party, int part, byte[] content, List<Issue> issues, Work work) {
        // all of it is with the originals
        byte[] shown = content.length > SHOWN ? Arrays.copyOf(content, SHOWN) : content;
        work.batch().setAside(new SetAside(party, MailConnector.NAME, work.original(), part, shown, issues));
    }

    /** A mail that was not looked into. */
    static SetAside aside(OriginalRef original, UnreadableException why) {
        return new SetAside(
                PartyId.HUB, MailConnector.NAME, original, SetAside.WHOLE, new byte[0], List.of(issue(why)));
    }

    private static Issue issue(UnreadableException why) {
        return new Issue(
                Stage.SYNTAX, why.code(), "body", why.field(), Optional.empty(), String.valueOf(why.getMessage()));
    }
}
