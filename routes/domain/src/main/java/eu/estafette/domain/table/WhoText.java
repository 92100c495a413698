package eu.estafette.domain.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A {@code who} cell as written: groups joined by {@code +}, words in a group by {@code >}; {@code @name} stands for a chain. */
record WhoText(List<List<String>> groups) {

    static final WhoText NOBODY_NAMED = new WhoText(List.of());
    private static final String REFERENCE = "@";

    WhoText {
        groups = groups.stream().map(List::copyOf).toList();
    }

    static WhoText parse(String cell) {
        if (cell.isBlank()) {
            return NOBODY_NAMED;
        }
        List<List<String>> groups = new ArrayList<>();
        for (String group : cell.split("\\+", -1)) {
            List<String> words = new ArrayList<>();
            for (String word : group.split(">", -1)) {
                words.add(checked(word.strip()));
            }
            groups.add(words);
        }
        return new WhoText(groups);
    }

    private static String checked(String word) {
        if (!word.startsWith(REFERENCE)) {
            receiver(word);
        }
        return word;
    }

    /** With every {@code @name} replaced by its chain. */
    Who expand(Map<String, WhoText> chains) {
        List<Chain> expanded = new ArrayList<>();
        for (List<String> group : resolve(this, chains, List.of())) {
            expanded.add(new Chain(group.stream().map(WhoText::receiver).toList()));
        }
        return new Who(expanded);
    }

    private static List<List<String>> resolve(WhoText text, Map<String, WhoText> chains, List<String> under) {
        List<List<String>> resolved = new ArrayList<>();
        for (List<String> group : text.groups) {
            if (group.size() == 1 && group.getFirst().startsWith(REFERENCE)) {
                resolved.addAll(lookUp(group.getFirst(), chains, under));
            } else {
                resolved.add(flatten(group, chains, under));
            }
        }
        return resolved;
    }

    private static List<String> flatten(List<String> group, Map<String, WhoText> chains, List<String> under) {
        List<String> flat = new ArrayList<>();
        for (String word : group) {
            if (word.startsWith(REFERENCE)) {
                List<List<String>> inner = lookUp(word, chains, under);
                if (inner.size() != 1) {
                    throw new CellFault(
                            RulesetFault.Kind.SYNTAX, word + " is several groups and cannot be part of a chain");
                }
                flat.addAll(inner.getFirst());
            } else {
                flat.add(word);
            }
        }
        return flat;
    }

    private static List<List<String>> lookUp(String reference, Map<String, WhoText> chains, List<String> under) {
        if (under.contains(reference)) {
            throw new CellFault(RulesetFault.Kind.ENDLESS_CHAIN, reference + " refers to itself");
        }
        WhoText chain = chains.get(reference);
        if (chain == null) {
            throw new CellFault(RulesetFault.Kind.UNKNOWN_CHAIN, "unknown chain " + reference);
        }
        List<String> deeper = new ArrayList<>(under);
        deeper.add(reference);
        return resolve(chain, chains, deeper);
    }

    private static Receiver receiver(String word) {
        return switch (word) {
            case "SENDER" -> new Receiver.Sender();
            case "ASKER" -> new Receiver.Asker();
            case "MAKER" -> new Receiver.Maker();
            case "NOBODY" -> new Receiver.Nobody();
            default -> new Receiver.OfRole(Header.role(word));
        };
    }
}
