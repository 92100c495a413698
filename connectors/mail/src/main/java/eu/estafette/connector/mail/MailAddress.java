package eu.estafette.connector.mail;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.Member;
import eu.estafette.kit.party.SettingKeys;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one setting of a party's mail address: {@code to}. */
final class MailAddress {

    static final String TO = "to";

    private MailAddress() {}

    static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>();
        faults.addAll(SettingKeys.of("mail", Set.of(TO)).faultsOf(address));
        List<String> to = address.all(TO);
        if (to.size() != 1) {
            faults.add("mail: \"to\" is given " + to.size() + " times; give the one address that takes the notices");
        } else if (!isAddress(to.getFirst())) {
            faults.add("mail: \"to\" is no mail address such as coach@example.org, without a name beside it");
        }
        return faults;
    }

    static boolean isAddress(String text) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            return text.equals(address.getAddress()) && text.indexOf('@') > 0;
        } catch (AddressException e) {
            return false;
        }
    }

    /** @throws IllegalArgumentException if the address has {@link #faultsOf faults} */
    static String of(DeliveryAddress address) {
        List<String> faults = faultsOf(address);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return address.all(TO).getFirst();
    }

    /** Every address by which the party, its persons and its desks get mail, in small letters. */
    static Set<String> ofParty(Party party) {
        Stream<DeliveryAddress> members = Stream.of(party.persons(), party.desks())
                .flatMap(List::stream)
                .map(Member::deliver)
                .flatMap(Optional::stream);
        return Stream.concat(Stream.of(party.deliver()), members)
                .filter(address -> address.by().equals(MailConnector.NAME))
                .flatMap(address -> address.setting(TO).stream())
                .map(to -> to.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
