package eu.estafette.console.readmodel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.readmodel.Change.Stored;
import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.contract.message.HeldRole;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Of the case store: who holds which role, and which objects are open. Identities and contents are left where they are. */
final class CaseRows {

    private static final String HEAD = "/head";

    private static final Table CASE_HEAD = Table.of(
            "case_head",
            """
            (subject_key) do update set
                case_id = excluded.case_id, ruleset = excluded.ruleset, resting = excluded.resting,
                coaching = excluded.coaching, roles = excluded.roles, events = excluded.events
            """,
            "subject_key text",
            "case_id text",
            "ruleset text",
            "resting text",
            "coaching text",
            "roles jsonb",
            "events int8");

    private static final Table CASE_OBJECT = Table.of(
            "case_object",
            "(entry_key) do update set family = excluded.family, open = excluded.open",
            "entry_key text",
            "subject_key text",
            "family text",
            "open bool");

    /** By entry key, as the topic is compacted: the last record of a key is the one that counts. */
    private final Map<String, Optional<CaseEntry>> latest = new LinkedHashMap<>();

    void add(Stored stored) {
        latest.put(stored.key(), stored.entry());
    }

    void write(JdbcOperations jdbc) {
        var heads = new Rows(CASE_HEAD);
        var objects = new Rows(CASE_OBJECT);
        var goneHeads = new Removal("case_head", "subject_key");
        var goneObjects = new Removal("case_object", "entry_key");
        latest.forEach((key, entry) -> {
            String subject = key.substring(0, key.indexOf('/'));
            if (entry.isEmpty()) {
                (isHead(key, subject) ? goneHeads : goneObjects).add(isHead(key, subject) ? subject : key);
            } else if (entry.get().getHead() != null) {
                head(heads, subject, entry.get().getHead());
            } else if (entry.get().getObject() != null) {
                var object = entry.get().getObject();
                objects.add(key, key, subject, object.getFamily(), object.getOpen());
            }
        });
        heads.write(jdbc);
        objects.write(jdbc);
        goneHeads.write(jdbc);
        goneObjects.write(jdbc);
    }

    private static boolean isHead(String key, String subject) {
        return key.equals(subject + HEAD);
    }

    private static void head(Rows rows, String subject, CaseHead head) {
        ArrayNode roles = JsonNodeFactory.instance.arrayNode();
        head.getRoles().forEach(held -> role(roles.addObject(), held));
        rows.add(
                subject,
                subject,
                head.getCaseId(),
                head.getRuleset(),
                head.getResting(),
                head.getCoaching(),
                roles.toString(),
                head.getEvents());
    }

    private static void role(ObjectNode role, HeldRole held) {
        role.put("role", held.getRole()).put("party", held.getParty());
        if (held.getPerson() != null) {
            role.put("person", held.getPerson());
        }
        if (held.getCoachKind() != null) {
            role.put("coachKind", held.getCoachKind());
        }
    }
}
