package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.domain.catalogue.CodeLists;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.schemas.Contracts;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** First stage: is it a CloudEvent of a type we know, with the fields of its contract? */
final class SyntaxStage {

    private static final String DATA = "data";
    private static final Schema ENVELOPE = envelope();

    /** Filled in behind the door; nobody may say them for himself. */
    private static final Set<String> HUBS_OWN = Set.of("objectFamily", "objectKey");

    private static final Set<String> OPENERS_ONLY = Set.of("ruleset", "roles");

    private final Contracts contracts;
    private final TextRules texts;

    SyntaxStage(Contracts contracts, CodeLists lists) {
        this.contracts = contracts;
        texts = new TextRules(lists);
    }

    /** What was read, and what is wrong with it: the draft is only there, and only of use, if nothing is. */
    record Reading(Optional<Draft> draft, Findings findings) {}

    Reading read(IncomingEvent message, Party sender, Optional<EventType> type, Instant now) {
        Findings findings = new Findings(Stage.SYNTAX, message);
        Optional<Attributes> attributes = new AttributesReader(message, findings).read(type, now);
        if (!(message.data() instanceof ObjectNode posted)) {
            findings.field("required", DATA, "is missing or no JSON object");
            return new Reading(Optional.empty(), findings);
        }
        // the connector's own tree stays as it is
        ObjectNode data = posted.deepCopy();
        List<String> dropped = Dropped.from(data);
        ContractReader reader = new ContractReader(texts, findings);
        GenericRecord fields = reader.fields(ENVELOPE, data, DATA, true);
        if (type.isEmpty()) {
            return new Reading(Optional.empty(), findings);
        }
        Schema contract = contracts.latest("event/" + type.get().shortName()).schema();
        Action action = action(fields);
        boolean undoes = action == Action.WITHDRAWAL || action == Action.REOPENING;
        GenericRecord content = reader.fields(contract, data, DATA, !undoes);
        reader.refuseOthers(data, known(type.get(), contract), DATA);
        checkSubject(data, type.get(), findings);
        checkVersion(fields, findings);
        if (!undoes && fields.get("occurredOn") == null && !data.hasNonNull("occurredOn")) {
            findings.field("required", DATA + ".occurredOn", "is missing");
        }
        return findings.isEmpty()
                ? new Reading(
                        attributes.map(read -> new Draft(message, sender, read, Envelope.of(fields), content, dropped)),
                        findings)
                : new Reading(Optional.empty(), findings);
    }

    /** A person number with its scheme, or a caseRef; an answer's notice id already says whom it is about. */
    private static void checkSubject(ObjectNode data, EventType type, Findings findings) {
        if (!data.hasNonNull("subject")) {
            if (type != EventType.NOTICE_ANSWERED) {
                findings.field("required", DATA + ".subject", "is missing");
            }
            return;
        }
        if (!data.get("subject").isObject()) {
            return;
        }
        boolean byCase = data.get("subject").hasNonNull("caseRef");
        boolean byNumber = data.get("subject").hasNonNull("number");
        if (byCase == byNumber) {
            findings.field("required", DATA + ".subject", "expected either scheme and number, or caseRef");
        } else if (byNumber != data.get("subject").hasNonNull("scheme")) {
            String field = byNumber ? ".subject.scheme" : ".subject.number";
            findings.field("required", DATA + field, "is missing: scheme and number go together");
        }
    }

    private static void checkVersion(GenericRecord fields, Findings findings) {
        if (fields.get("version") instanceof Integer version && version < 1) {
            findings.field("wrongType", DATA + ".version", version.toString(), "expected a number from 1 that grows");
        }
    }

    private static Action action(GenericRecord fields) {
        try {
            return fields.get("action") instanceof String name ? Action.valueOf(name) : Action.ORIGINAL;
        } catch (IllegalArgumentException e) {
            // found and named already; go on as if nothing had been said
            return Action.ORIGINAL;
        }
    }

    private static Set<String> known(EventType type, Schema contract) {
        Set<String> known = new HashSet<>(ContractReader.names(ENVELOPE));
        known.addAll(ContractReader.names(contract));
        known.removeAll(HUBS_OWN);
        if (!type.opensCase()) {
            known.removeAll(OPENERS_ONLY);
        }
        return known;
    }

    private static Schema envelope() {
        try (InputStream in = SyntaxStage.class.getResourceAsStream("envelope.avsc")) {
            return new Schema.Parser().parse(java.util.Objects.requireNonNull(in, "envelope.avsc"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
