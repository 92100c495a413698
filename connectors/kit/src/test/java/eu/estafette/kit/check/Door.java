package eu.estafette.kit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks with a handful of parties, and messages to try them with. */
final class Door {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123456Z");
    static final String BSN = "999990342";
    static final Tokens TOKENS = new Tokens(new HubSecrets(
            "subject-key-secret-for-tests-only",
            "case-ref-secret-for-tests-only-00",
            "notice-id-secret-for-tests-only-0"));

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final PartyRegistry PARTIES = new PartyRegistry(List.of(
            Parties.withOin("gemeente-oost", "00000001822477348000", Role.REFERRER, Role.COMMISSIONER, Role.WELFARE),
            Parties.party("jobcoach-noord", Role.COACH_ORGANISATION, Role.COACH),
            Parties.party("winkel", Role.EMPLOYER),
            Parties.register("dimona")));
    private static final Catalogue CATALOGUE = Catalogue.shipped();

    private final EventChecks checks;

    private Door(IdentifierMode mode) {
        checks = new EventChecks(
                PARTIES,
                CATALOGUE,
                Set.of("netherlands-municipality", "flanders"),
                mode,
                TOKENS,
                InstantSource.fixed(NOW));
    }

    static Door inTest() {
        return new Door(IdentifierMode.TEST);
    }

    static Door inProduction() {
        return new Door(IdentifierMode.PRODUCTION);
    }

    Verdict check(String party, Map<String, String> attributes, JsonNode data) {
        return check(party, IncomingEvent.of(attributes, data, IncomingEvent.Where.BODY));
    }

    Verdict check(String party, IncomingEvent message) {
        return checks.check(message, PARTIES.get(new PartyId(party)).orElseThrow());
    }

    /** A message of a type with its usual attributes. */
    Verdict check(String party, String type, String data) {
        return check(party, attributes(party, type), json(data));
    }

    Verdict.Accepted accept(String party, String type, String data) {
        Verdict verdict = check(party, type, data);
        if (verdict instanceof Verdict.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("not accepted: " + verdict);
    }

    List<Issue> refuse(Issue.Stage stage, String party, String type, String data) {
        return issues(stage, check(party, type, data));
    }

    static List<Issue> issues(Issue.Stage stage, Verdict verdict) {
        if (verdict instanceof Verdict.Rejected rejected && rejected.stage() == stage) {
            return rejected.issues();
        }
        throw new AssertionError("not rejected for " + stage + ": " + verdict);
    }

    static Map<String, String> attributes(String party, String type) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", "7d1c-0001");
        attributes.put("source", "urn:estafette:party:" + party);
        attributes.put("type", "eu.estafette.case.v1." + type.replace(".", ".notify."));
        attributes.put("time", "2026-03-02T09:15:00+01:00");
        return attributes;
    }

    static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Data of an event: what every one needs, and what this one adds. */
    static String data(String more) {
        return "{'subject':{'scheme':'BSN','number':'" + BSN + "','givenName':'Sam','familyName':'Jansen'},"
                + "'occurredOn':'2026-03-02','businessKey':'K-1'" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    static String referral(String more) {
        return data("'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'}" + (more.isEmpty() ? "" : "," + more));
    }
}
