package eu.estafette.kit.party;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One mapping of a YAML file, read key by key. Whatever is not as it should be becomes a fault with its line, and reading goes on, so that
 * one look shows all faults. Works on the node graph because the object form has neither lines nor leading zeros.
 */
final class YamlSection {

    private final MappingNode node;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    YamlSection(MappingNode node, Faults faults) {
        this.node = node;
        this.faults = faults;
        for (NodeTuple entry : node.getValue()) {
            String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            int line = Faults.lineOf(entry.getKeyNode());
            if (values.putIfAbsent(key, entry.getValueNode()) != null) {
                faults.add(line, "key \"" + key + "\" stands here a second time");
            } else {
                lines.put(key, line);
            }
        }
    }

    int line() {
        return Faults.lineOf(node);
    }

    /** Keys nobody has asked for so far, in the order of the file. */
    List<String> otherKeys() {
        return values.keySet().stream().filter(key -> !asked.contains(key)).toList();
    }

    void refuseOtherKeys() {
        for (String key : otherKeys()) {
            fault(key, "unknown key \"" + key + "\"; known here: " + String.join(", ", asked));
        }
    }

    /** A fault of the value of a key, or of the whole section where the key is missing. */
    void fault(String key, String text) {
        faults.add(lines.getOrDefault(key, line()), text);
    }

    Optional<String> text(String key) {
        return switch (value(key)) {
            case null -> Optional.empty();
            case ScalarNode scalar
            when !scalar.getTag().equals(Tag.NULL) && !scalar.getValue().isBlank() -> Optional.of(scalar.getValue());
            default -> {
                fault(key, "\"" + key + "\" must be one value");
                yield Optional.empty();
            }
        };
    }

    Optional<String> requiredText(String key) {
        if (value(key) == null) {
            fault(key, "\"" + key + "\" is missing");
        }
        return text(key);
    }

    /** A value that the parser takes; what it throws becomes a fault that says what was expected. */
    <T> Optional<T> parsed(String key, String expected, Function<String, T> parser) {
        return text(key).flatMap(text -> parse(key, text, expected, parser));
    }

    private <T> Optional<T> parse(String key, String text, String expected, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (IllegalArgumentException | DateTimeException e) {
            fault(key, "\"" + key + "\" is \"" + text + "\"; expected " + expected);
            return Optional.empty();
        }
    }

    /** One value or a list of values; empty where the key is absent. */
    List<String> texts(String key) {
        Node value = value(key);
        if (!(value instanceof SequenceNode list)) {
            return text(key).map(List::of).orElse(List.of());
        }
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (item instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
                texts.add(scalar.getValue());
            } else {
                faults.add(Faults.lineOf(item), "\"" + key + "\" must be a list of plain values");
            }
        }
        return texts;
    }

    <T> List<T> parsedList(String key, String expected, Function<String, T> parser) {
        return texts(key).stream()
                .flatMap(text -> parse(key, text, expected, parser).stream())
                .toList();
    }

    Optional<YamlSection> section(String key) {
        return switch (value(key)) {
            case null -> Optional.empty();
            case MappingNode mapping -> Optional.of(new YamlSection(mapping, faults));
            default -> {
                fault(key, "\"" + key + "\" must be a mapping, such as {key: value}");
                yield Optional.empty();
            }
        };
    }

    List<YamlSection> sections(String key) {
        Node value = value(key);
        if (value == null) {
            return List.of();
        }
        List<YamlSection> sections = new ArrayList<>();
        for (Node item : value instanceof SequenceNode list ? list.getValue() : List.of(value)) {
            if (value instanceof SequenceNode && item instanceof MappingNode mapping) {
                sections.add(new YamlSection(mapping, faults));
            } else {
                faults.add(Faults.lineOf(item), "\"" + key + "\" must be a list of mappings, such as [{key: value}]");
            }
        }
        return sections;
    }

    private @Nullable Node value(String key) {
        asked.add(key);
        return values.get(key);
    }
}
