package eu.estafette.kit.notice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Sealed;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its receiver gets it, whichever way: through the webhook and from the mailbox it is the same JSON. Holds what the notice
 * holds, which is its view and no more; nothing known only inside the hub, such as the case id, ever shows. Thread-safe.
 */
public final class NoticeJson {

    private static final String ACT = "ACT";

    private final PayloadCodec payloads;
    private final String notices;

    /** @param baseUrl of the hub, as partners reach it; answers go to {@code <baseUrl>/api/notices/<id>/answer} */
    public NoticeJson(PayloadCodec payloads, URI baseUrl) {
        this.payloads = payloads;
        this.notices = baseUrl.toString().replaceAll("/+$", "") + "/api/notices/";
    }

    /**
     * @param language of the step's text: {@code nl}, {@code fr} or {@code en}
     * @throws eu.estafette.schemas.PayloadException if the notice's payload or identity cannot be read
     * @throws eu.estafette.schemas.UnknownContractException if this build lacks the view's contract
     */
    public ObjectNode of(Notice notice, String language) {
        ObjectNode json = object();
        json.put("noticeId", notice.getNoticeId());
        json.put("caseRef", notice.getCaseRef());
        json.put("forRole", notice.getForRole());
        json.set("to", to(notice));
        json.put("purpose", notice.getPurpose());
        json.set("subject", subject(notice.getIdentity()));
        step(notice.getStep(), language).ifPresent(step -> json.set("step", step));
        json.set("event", event(notice.getEvent()));
        json.set("view", object().put("name", notice.getView()).put("version", notice.getViewVersion()));
        json.set("data", RecordJson.of(payloads.read(notice.getPayload())));
        if (notice.getPurpose().equals(ACT)) {
            json.set("answer", answer(notice));
        }
        put(json, "rule", notice.getRule());
        return json;
    }

    private static ObjectNode to(Notice notice) {
        ObjectNode to = object().put("party", notice.getParty());
        put(to, "person", notice.getPerson());
        return to;
    }

    private static ObjectNode subject(@Nullable Sealed sealed) {
        ObjectNode subject = object();
        if (sealed != null) {
            Identity identity = Identities.unseal(sealed);
            put(subject, "givenName", identity.getGivenName());
            put(subject, "familyName", identity.getFamilyName());
            put(subject, "scheme", identity.getScheme());
            put(subject, "number", identity.getNumber());
        }
        return subject;
    }

    private static Optional<ObjectNode> step(@Nullable NoticeStep step, String language) {
        if (step == null) {
            return Optional.empty();
        }
        ObjectNode json = object().put("code", step.getCode()).put("text", StepTexts.of(step.getCode(), language));
        put(json, "due", step.getDue());
        return Optional.of(json);
    }

    private static ObjectNode event(NoticeEvent event) {
        return object().put("type", event.getType())
                .put("nature", event.getNature())
                .put("by", event.getBy())
                .put("occurredOn", event.getOccurredOn().toString())
                .put("action", event.getAction())
                .put("businessKey", event.getBusinessKey())
                .put("version", event.getVersion());
    }

    private ObjectNode answer(Notice notice) {
        ObjectNode answer = object().put("url", notices + notice.getNoticeId() + "/answer");
        notice.getOutcomes().forEach(answer.putArray("outcomes")::add);
        return answer;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
