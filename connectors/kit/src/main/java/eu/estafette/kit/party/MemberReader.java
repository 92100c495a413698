package eu.estafette.kit.party;

import eu.estafette.kit.party.Party.Member;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the persons and desks of a party; both are named in events by id, so that no two may share one. */
final class MemberReader {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,62}[A-Za-z0-9])?");

    private final AddressReader addresses;
    private final YamlSection file;
    private final Set<String> taken = new HashSet<>();

    MemberReader(AddressReader addresses, YamlSection file) {
        this.addresses = addresses;
        this.file = file;
    }

    List<Member> read(String key) {
        return file.sections(key).stream()
                .flatMap(section -> member(section).stream())
                .toList();
    }

    private Optional<Member> member(YamlSection section) {
        Optional<String> id = section.requiredText("id");
        Member member = new Member(
                id.orElse(""),
                PartyRoles.ofMember(section),
                section.section("deliver").flatMap(addresses::outbound));
        section.refuseOtherKeys();
        id.ifPresent(text -> {
            if (!ID.matcher(text).matches()) {
                section.fault(
                        "id", "\"id\" is \"" + text + "\"; expected letters, digits, dots, dashes and underscores");
            } else if (!taken.add(text)) {
                section.fault("id", "a person or desk \"" + text + "\" stands here already");
            }
        });
        return id.map(text -> member);
    }
}
