package eu.estafette.connector.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.mail.AnswerLinks.Offer;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.party.Party;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings in what was confirmed on the page of a link, level BUSINESS, by the party. Confirmed twice, it is one answer. */
final class LinkAnswers {

    private static final Logger log = LoggerFactory.getLogger(LinkAnswers.class);
    private static final String LEVEL = "BUSINESS";
    private static final ZoneId DAYS = ZoneId.of("Europe/Brussels");

    private final Screening screening;
    private final Intake intake;
    private final Duration patience;

    /** @param patience how long a caller waits at most until the answer is known to be kept */
    LinkAnswers(Screening screening, Intake intake, Duration patience) {
        this.screening = screening;
        this.intake = intake;
        this.patience = patience;
    }

    /** What became of an answer. */
    enum Kept {
        KEPT,
        REFUSED,
        LATER
    }

    Kept keep(Offer offer, Party party, String remark, Instant now) {
        IncomingEvent event = event(offer, party, remark, now);
        return switch (screening.screen(new Translated(event, name -> name), party)) {
            case Screened.Unfit ignored -> Kept.REFUSED;
            case Screened.Fit fit -> keep(fit.accepted());
        };
    }

    private Kept keep(Verdict.Accepted accepted) {
        try {
            intake.accept(accepted.subject(), accepted.event()).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return Kept.KEPT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Kept.LATER;
        } catch (TimeoutException e) {
            return Kept.LATER;
        } catch (ExecutionException | RuntimeException e) {
            log.warn("an answer by link was not kept; its page asks to try again", e);
            return Kept.LATER;
        }
    }

    private static IncomingEvent event(Offer offer, Party party, String remark, Instant now) {
        String id = "link-" + Hash.of(offer.noticeId(), offer.outcome(), remark);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id);
        attributes.put("source", party.sources().getFirst());
        attributes.put("type", EventType.NOTICE_ANSWERED.cloudEventType());
        attributes.put("service", IncomingEvent.SERVICE);
        attributes.put("time", now.toString());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("noticeId", offer.noticeId());
        data.put("level", LEVEL);
        data.put("outcome", offer.outcome());
        data.put("occurredOn", LocalDate.ofInstant(now, DAYS).toString());
        data.put("businessKey", String.join("|", offer.noticeId(), LEVEL, id));
        if (!remark.isEmpty()) {
            data.put("remark", remark);
        }
        return IncomingEvent.of(attributes, data, IncomingEvent.Where.BODY);
    }
}
