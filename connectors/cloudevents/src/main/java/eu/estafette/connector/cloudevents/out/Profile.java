package eu.estafette.connector.cloudevents.out;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.identifier.IdentifierCheck;
import eu.estafette.kit.identifier.IdentifierScheme;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a country's profile asks of a CloudEvent beyond CloudEvents 1.0. */
enum Profile {
    /** Belgif, guide to REST and events: {@code service}, and a type that ends in {@code .notify.<participle>}. */
    BELGIF("belgif", OptionalInt.empty()) {
        @Override
        Optional<String> faultOf(Optional<String> source) {
            return source.isEmpty()
                    ? Optional.empty()
                    : Optional.of("\"source\" is for profile nl-gov; the hub speaks as " + PartyId.HUB_SOURCE);
        }
    },
    /** NL GOV profile for CloudEvents: the source names an organisation and its system, an event is 64 KB at most. */
    NL_GOV("nl-gov", OptionalInt.of(64 * 1024)) {
        @Override
        Optional<String> faultOf(Optional<String> source) {
            Matcher urn = SOURCE.matcher(source.orElse(""));
            return urn.matches()
                            && IdentifierScheme.OIN.check(urn.group(1), LocalDate.MAX) instanceof IdentifierCheck.Valid
                    ? Optional.empty()
                    : Optional.of("\"source\" must be urn:nld:oin:<a valid OIN>:systeem:<name> in profile nl-gov");
        }
    };

    private static final Pattern SOURCE = Pattern.compile("urn:nld:oin:([0-9]{20}):systeem:[A-Za-z0-9._-]{1,100}");

    private final String word;
    private final OptionalInt limit;

    Profile(String word, OptionalInt limit) {
        this.word = word;
        this.limit = limit;
    }

    /** What is wrong with the source that the party's file gives. */
    abstract Optional<String> faultOf(Optional<String> source);

    static Optional<Profile> named(String word) {
        return java.util.Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst();
    }

    /** Whether an event of so many bytes may be sent. */
    boolean takes(int bytes) {
        return limit.isEmpty() || bytes <= limit.getAsInt();
    }
}
