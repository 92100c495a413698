package eu.estafette.kit.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its receiver reads it, by webhook, in its mailbox or in an answer of the API. Holds what the notice holds and decides nothing
 * about who may see it: the router has left out the rest. Thread-safe.
 */
public final class NoticeJson {

    private static final String ACT = "ACT";

    private final PayloadCodec payloads;
    private final String notices;
    private final StepTexts texts;

    /**
     * @param baseUrl where partners reach the hub; answer urls start with it
     * @param texts   the steps in the receivers' languages
     */
    public NoticeJson(PayloadCodec payloads, URI baseUrl, StepTexts texts) {
        this.payloads = payloads;
        this.notices = baseUrl.toString().replaceAll("/+$", "") + "/api/notices/";
        this.texts = texts;
    }

    /**
     * @param language of the receiving party: nl, fr or en
     * @throws eu.estafette.schemas.PayloadException if the notice's bytes are not what their contract says
     * @throws eu.estafette.schemas.UnknownContractException if this build lacks the notice's view
     */
    public ObjectNode of(Notice notice, String language) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("noticeId", notice.getNoticeId());
        json.put("caseRef", notice.getCaseRef());
        json.put("forRole", notice.getForRole());
        ObjectNode to = json.putObject("to").put("party", notice.getParty());
        putIfPresent(to, "person", notice.getPerson());
        json.put("purpose", notice.getPurpose());
        if (notice.getIdentity() != null) {
            putSubject(json, Identities.unseal(notice.getIdentity()));
        }
        if (notice.getStep() != null) {
            putStep(json.putObject("step"), notice.getStep(), language);
        }
        putEvent(json.putObject("event"), notice.getEvent());
        json.putObject("view").put("name", notice.getView()).put("version", notice.getViewVersion());
        json.set("data", AvroJson.of(payloads.read(notice.getPayload())));
        if (notice.getPurpose().equals(ACT)) {
            ObjectNode answer = json.putObject("answer").put("url", notices + notice.getNoticeId() + "/answer");
            notice.getOutcomes().forEach(answer.putArray("outcomes")::add);
        }
        putIfPresent(json, "rule", notice.getRule());
        putIfPresent(json, "replaces", notice.getReplaces());
        return json;
    }

    private static void putSubject(ObjectNode json, Identity identity) {
        ObjectNode subject = JsonNodeFactory.instance.objectNode();
        putIfPresent(subject, "givenName", identity.getGivenName());
        putIfPresent(subject, "familyName", identity.getFamilyName());
        putIfPresent(subject, "scheme", identity.getScheme());
        putIfPresent(subject, "number", identity.getNumber());
        if (!subject.isEmpty()) {
            json.set("subject", subject);
        }
    }

    private void putStep(ObjectNode json, NoticeStep step, String language) {
        json.put("code", step.getCode());
        json.put("text", texts.text(step.getCode(), language));
        if (step.getDue() != null) {
            json.put("due", step.getDue().toString());
        }
    }

    private static void putEvent(ObjectNode json, NoticeEvent event) {
        json.put("type", event.getType());
        json.put("nature", event.getNature());
        json.put("by", event.getBy());
        json.put("occurredOn", event.getOccurredOn().toString());
        json.put("action", event.getAction());
        json.put("businessKey", event.getBusinessKey());
        json.put("version", event.getVersion());
    }

    private static void putIfPresent(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
