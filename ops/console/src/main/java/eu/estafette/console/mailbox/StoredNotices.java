package eu.estafette.console.mailbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.problem.Problem;
import eu.estafette.kit.problem.ProblemJson;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import eu.estafette.schemas.registry.RegistryException.Fault;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows stored notices in the form that every connector gives them, in their party's language. */
public final class StoredNotices {

    private static final Logger log = LoggerFactory.getLogger(StoredNotices.class);
    private static final String ENGLISH = "en";

    private final Deserializer<Notice> deserializer;
    private final NoticeJson format;
    private final PartyRegistry parties;

    public StoredNotices(Deserializer<Notice> deserializer, NoticeJson format, PartyRegistry parties) {
        this.deserializer = deserializer;
        this.format = format;
        this.parties = parties;
    }

    /**
     * A notice that was withdrawn shows its id and that it was. A notice that cannot be read shows its id and a problem instead of its content, so that it does not hide those after it.
     *
     * @throws RegistryException if its schema is not to be had now
     */
    public ObjectNode toJson(StoredNotice stored) {
        return stored.withdrawn() ? named(stored).put("state", "WITHDRAWN") : whole(stored);
    }

    /** As it was sent. */
    public Notice notice(StoredNotice stored) {
        return deserializer.deserialize(Topics.NOTICES, stored.body());
    }

    /** Also where it was withdrawn. */
    public ObjectNode whole(StoredNotice stored) {
        try {
            Notice notice = deserializer.deserialize(Topics.NOTICES, stored.body());
            return format.of(notice, languageOf(notice.getParty()));
        } catch (RegistryException failure) {
            if (failure.fault() != Fault.UNREADABLE) {
                throw failure;
            }
            return unreadable(stored, failure);
        } catch (RuntimeException failure) {
            return unreadable(stored, failure);
        }
    }

    private String languageOf(String party) {
        return parties.get(new PartyId(party)).map(Party::language).orElse(ENGLISH);
    }

    private static ObjectNode unreadable(StoredNotice stored, RuntimeException failure) {
        Problem problem = Problem.internal();
        log.atError()
                .addKeyValue("notice", stored.noticeId())
                .addKeyValue("instance", problem.instance())
                .setCause(failure)
                .log("stored notice cannot be read");
        ObjectNode item = named(stored);
        item.set("problem", ProblemJson.node(problem));
        return item;
    }

    private static ObjectNode named(StoredNotice stored) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("noticeId", stored.noticeId())
                .put("caseRef", stored.caseRef());
    }
}
