package eu.estafette.kit.party;

import eu.estafette.domain.party.PartyIdentifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * The urns under which every party may send: its id in the hub, its OIN (as the NL GOV profile for CloudEvents writes it) and its KBO number.
 * The latter two may name one of the party's systems at their end: {@code urn:nld:oin:<OIN>:systeem:<name>}.
 */
final class SourceUrns {

    static final String PARTY = "urn:estafette:party:";
    private static final String OIN = "urn:nld:oin:";
    private static final String KBO = "urn:bel:kbo:";
    private static final String SYSTEM = ":systeem:";

    private SourceUrns() {}

    static List<String> of(String id, List<PartyIdentifier> identifiers) {
        return Stream.concat(
                        Stream.of(PARTY + id), identifiers.stream().flatMap(identifier -> switch (identifier.scheme()) {
                            case "OIN" -> Stream.of(OIN + identifier.number());
                            case "KBO" -> Stream.of(KBO + identifier.number());
                            default -> Stream.empty();
                        }))
                .toList();
    }

    /** A source without the name of the system that speaks; others as they are. */
    static String withoutSystem(String source) {
        int system = source.indexOf(SYSTEM);
        boolean named = system > 0 && (source.startsWith(OIN) || source.startsWith(KBO));
        return named ? source.substring(0, system) : source;
    }
}
