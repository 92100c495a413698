package eu.estafette.kit.party;

import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.kit.identifier.IdentifierCheck;
import eu.estafette.kit.identifier.IdentifierCheck.Invalid;
import eu.estafette.kit.identifier.IdentifierCheck.Valid;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.identifier.IdentifierScheme;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Under which numbers and urns a party is known. */
record IdentityReader(IdentifierMode mode, YamlSection file) {

    List<PartyIdentifier> identifiers() {
        List<PartyIdentifier> identifiers = new ArrayList<>();
        for (YamlSection section : file.sections("identifiers")) {
            Optional<String> scheme = section.requiredText("scheme");
            Optional<String> number = section.requiredText("number");
            if (scheme.isPresent() && number.isPresent()) {
                identifier(section, scheme.get(), number.get()).ifPresent(identifiers::add);
            }
            section.refuseOtherKeys();
        }
        return List.copyOf(identifiers);
    }

    private Optional<PartyIdentifier> identifier(YamlSection section, String name, String number) {
        Optional<IdentifierScheme> scheme = IdentifierScheme.of(name).filter(known -> !known.isPerson());
        if (scheme.isEmpty()) {
            section.fault("scheme", "\"scheme\" is \"" + name + "\"; expected KBO, KVK, OIN, RSIN, LHN or NOSS");
            return Optional.empty();
        }
        // no organisation's number depends on the day
        IdentifierCheck check = scheme.get().check(number, LocalDate.MAX);
        return switch (check) {
            case Valid valid
            when mode.admits(valid) -> Optional.of(new PartyIdentifier(name, valid.number(), Optional.empty()));
            case Valid test -> fault(section, "this is a number for tests, and estafette.identifiers is production");
            case Invalid invalid -> fault(section, invalid.detail());
        };
    }

    private static Optional<PartyIdentifier> fault(YamlSection section, String text) {
        section.fault("number", text);
        return Optional.empty();
    }

    /** What the party may put in {@code source}: its own urns, and what the file adds. */
    List<String> sources(String id, List<PartyIdentifier> identifiers) {
        Set<String> sources = new LinkedHashSet<>(SourceUrns.of(id, identifiers));
        for (String source : file.texts("sources")) {
            if (source.startsWith(SourceUrns.PARTY) && !sources.contains(source)) {
                file.fault("sources", "\"" + source + "\" is another party's own source");
            } else if (source.isBlank() || source.chars().anyMatch(c -> c <= ' ')) {
                file.fault("sources", "a source is a URI without blanks");
            } else {
                sources.add(source);
            }
        }
        return List.copyOf(sources);
    }
}
