package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes out what no event may hold: judgements, and what was said in confidence. The values are gone before anything else looks. */
final class Dropped {

    private static final Set<String> NAMES = Set.of("assessment", "motivation", "diagnosis", "privateRemarks");

    private Dropped() {}

    /** Removes the fields from data, at any depth, and gives their paths. */
    static List<String> from(ObjectNode data) {
        List<String> paths = new ArrayList<>();
        remove(data, "", paths);
        return List.copyOf(paths);
    }

    private static void remove(JsonNode node, String path, List<String> paths) {
        if (node instanceof ObjectNode object) {
            for (String name : NAMES.stream().sorted().toList()) {
                if (object.remove(name) != null) {
                    paths.add(path + name);
                }
            }
            object.properties().forEach(member -> remove(member.getValue(), path + member.getKey() + ".", paths));
        } else {
            int index = 0;
            for (JsonNode item : node) {
                String of = path.isEmpty() ? path : path.substring(0, path.length() - 1);
                remove(item, of + "[" + index++ + "].", paths);
            }
        }
    }
}
