package eu.estafette.hub.router.store;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.kit.token.SubjectKey;
import java.util.ArrayList;
import java.util.List;

/** What the entries of a subject are called: its key, a slash, and which of its entries it is. */
final class EntryKeys {

    static final String HEAD = "/head";
    static final String ANTEROOM = "/anteroom";
    static final String ALIAS = "/alias";

    private EntryKeys() {}

    static String prefix(SubjectKey subject) {
        return subject.hex() + "/";
    }

    static SubjectKey subject(String key) {
        return new SubjectKey(key.substring(0, key.indexOf('/')));
    }

    static String object(SubjectKey subject, ObjectKey object) {
        return prefix(subject) + "object/" + object;
    }

    static String sent(SubjectKey subject, Line line) {
        return prefix(subject) + "sent/" + line.source() + "|" + line.type().shortName() + "|" + line.businessKey();
    }

    static String waiting(SubjectKey subject) {
        return prefix(subject) + "waiting";
    }

    /** Of all entries that a case can have. */
    static List<String> of(SubjectKey subject, Case file) {
        List<String> keys = new ArrayList<>(List.of(subject.hex() + HEAD, waiting(subject)));
        file.objects().keySet().forEach(object -> keys.add(object(subject, object)));
        file.sent().keySet().forEach(line -> keys.add(sent(subject, line)));
        return keys;
    }
}
