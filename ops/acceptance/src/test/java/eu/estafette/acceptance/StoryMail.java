package eu.estafette.acceptance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.domain.story.Consequence;
import eu.estafette.domain.story.StoryRoles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The notices of one story, read from the mailboxes of those they are for. */
final class StoryMail {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final StoryHub hub;
    private final StoryRoles roles;
    private final Set<String> down = new HashSet<>();
    private final Map<String, JsonNode> read = new HashMap<>();
    private final Set<String> recalled = new HashSet<>();

    StoryMail(StoryHub hub, StoryRoles roles) {
        this.hub = hub;
        this.roles = roles;
    }

    /** From now on nothing reaches this party. */
    void lanesDown(String party) {
        down.add(party);
    }

    boolean reaches(String party) {
        return !down.contains(party);
    }

    /**
     * Whether a notice is in its mailbox, and delivered unless its receiver is down.
     *
     * @param notice as the trace tells of it
     */
    boolean hasArrived(JsonNode notice, String caseRef) {
        String party = notice.path("party").asText();
        String id = notice.path("noticeId").asText();
        if (notice.path("state").asText().equals("WAITING") == reaches(party)) {
            return false;
        }
        if (!read.containsKey(id)) {
            mailbox(party, caseRef).forEach(read::putIfAbsent);
        }
        return read.containsKey(id);
    }

    /** What it says to its receiver. */
    Consequence told(JsonNode notice) {
        boolean waiting = notice.path("state").asText().equals("WAITING");
        return roles.told(content(notice.path("noticeId").asText()), waiting);
    }

    /** What could be read before and since the last look shows only that it was withdrawn. */
    List<Consequence> recalled(String caseRef) {
        List<Consequence> all = new ArrayList<>();
        for (String party : down) {
            mailbox(party, caseRef).forEach((id, notice) -> {
                if (notice.path("state").asText().equals("WITHDRAWN") && read.containsKey(id) && recalled.add(id)) {
                    Consequence told = roles.told(content(id), true);
                    all.add(Consequence.ofHeld(Consequence.Kind.RECALLED, told.role(), told.who(), told.view(), ""));
                }
            });
        }
        return all;
    }

    private Map<String, Object> content(String notice) {
        return PartnerApi.JSON.convertValue(read.get(notice), TREE);
    }

    private Map<String, JsonNode> mailbox(String party, String caseRef) {
        try {
            return hub.mailbox(party, caseRef, "all");
        } catch (Exception e) {
            throw new IllegalStateException("the mailbox of " + party + " cannot be read", e);
        }
    }
}
