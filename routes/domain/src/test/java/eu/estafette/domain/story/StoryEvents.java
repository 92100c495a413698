package eu.estafette.domain.story;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyIdentifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of one story as its parties' systems post them: CloudEvents, as a tree of maps, lists, texts, numbers and booleans. */
public final class StoryEvents {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final StoryFields FIELDS = new StoryFields(CATALOGUE);
    private static final int KVK_NUMBERS = 90_000_000;

    private final String name;
    private final Story story;
    private final Map<String, Object> subject;
    private int events;

    /**
     * @param name    of the story; ids begin with it
     * @param subject the person: {@code {scheme, number, givenName?, familyName?}}
     */
    public StoryEvents(String name, Story story, Map<String, Object> subject) {
        this.name = name;
        this.story = story;
        this.subject = Map.copyOf(subject);
    }

    /** Opens the case with the roles of the story, in ORIENTATION and without steps. */
    public Map<String, Object> opening() {
        Story.Cast first = story.cast().getFirst();
        LocalDate day = story.scenes().getFirst().date();
        Fields assigned =
                Fields.of("role", first.role()).with("party", first.party()).with("from", day);
        Fields member = first.person().isEmpty() ? assigned : assigned.with("person", first.person());
        Map<String, Object> data = data("OPENING", Action.ORIGINAL, 1, day, member);
        data.put("ruleset", story.ruleset());
        data.put("roles", story.cast().stream().skip(1).map(StoryEvents::role).toList());
        return envelope(first.party(), EventType.ROLE_ASSIGNED, data);
    }

    /** What a party tells in a scene; of scenes that are no answers, and not the hub's or a lane's. */
    public Map<String, Object> of(Story.Scene scene) {
        CaseEvent event = EventLine.of(scene.date(), scene.words()).event(0, FIELDS);
        return envelope(
                scene.words().getFirst(),
                event.type(),
                data(event.businessKey(), event.action(), event.version(), scene.date(), event.data()));
    }

    /** The answer of a scene {@code PARTY answer STEP OUTCOME …}, as it is posted to its notice. */
    public Map<String, Object> answer(Story.Scene scene) {
        List<String> words = scene.words();
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("outcome", words.get(3)));
        Fields more = FIELDS.of(
                EventType.NOTICE_ANSWERED,
                words.subList(4, words.size()),
                scene.date().getYear());
        more.values().forEach((field, value) -> answer.put(field, json(value)));
        return answer;
    }

    private static Map<String, Object> role(Story.Cast member) {
        Map<String, Object> role = new LinkedHashMap<>();
        role.put("role", member.role());
        role.put("party", member.party());
        putIfThere(role, "person", member.person());
        putIfThere(role, "coachKind", member.coachKind());
        return role;
    }

    private static void putIfThere(Map<String, Object> to, String field, String text) {
        if (!text.isEmpty()) {
            to.put(field, text);
        }
    }

    private Map<String, Object> data(String key, Action action, int version, LocalDate day, Fields fields) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("subject", subject);
        data.put("occurredOn", day.toString());
        data.put("action", action.name());
        data.put("businessKey", key);
        data.put("version", version);
        fields.values().forEach((field, value) -> data.put(field, json(value)));
        return data;
    }

    private Map<String, Object> envelope(String party, EventType type, Map<String, Object> data) {
        events++;
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("specversion", "1.0");
        envelope.put("id", name + "-" + events);
        envelope.put("source", "urn:estafette:party:" + party);
        envelope.put("type", type.cloudEventType());
        envelope.put("service", "eu.estafette.case.v1");
        envelope.put("time", data.get("occurredOn") + "T09:00:00+01:00");
        envelope.put("datacontenttype", "application/json");
        envelope.put("data", data);
        return envelope;
    }

    private Object json(Object value) {
        return switch (value) {
            case BigDecimal number -> number;
            case Boolean flag -> flag;
            case Code code -> Map.of("scheme", code.scheme(), "code", code.code());
            case PartyIdentifier party -> party(party);
            case Fields nested -> {
                Map<String, Object> tree = new LinkedHashMap<>();
                nested.values().forEach((field, each) -> tree.put(field, json(each)));
                yield tree;
            }
            case List<?> many -> {
                List<Object> trees = new ArrayList<>();
                many.forEach(each -> trees.add(json(each)));
                yield trees;
            }
            default -> value.toString();
        };
    }

    /** An employer that is no party in this story may be one in another: then it goes by a number that no party has. */
    private Map<String, Object> party(PartyIdentifier party) {
        String id = party.number();
        boolean known = story.known().contains(id)
                || story.cast().stream().anyMatch(member -> member.party().equals(id));
        return known
                ? Map.of("scheme", party.scheme(), "number", id)
                : Map.of(
                        "scheme",
                        "KVK",
                        "number",
                        Integer.toString(10_000_000 + Math.floorMod(id.hashCode(), KVK_NUMBERS)));
    }
}
