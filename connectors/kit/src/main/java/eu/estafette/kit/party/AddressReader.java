package eu.estafette.kit.party;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code deliver} and {@code receive}: which connector, and that connector's own keys. */
record AddressReader(Available available) {

    private static final String ENVIRONMENT = "env:";

    /** Where connectors that read files find them; its name is its usual value. */
    private static final String FOLDER = "in";

    Optional<DeliveryAddress> outbound(YamlSection section) {
        Optional<DeliveryAddress> address = read(section, available.outbound(), DeliveryAddress.MAILBOX);
        address.ifPresent(known -> available.addressFaults().apply(known).forEach(fault -> section.fault("by", fault)));
        return address;
    }

    /**
     * All of {@code receive}. Of one connector a party has one address, or one for each folder {@code in}: two of the same would do
     * everything twice, and be taken for one.
     */
    List<DeliveryAddress> inbound(String party, List<YamlSection> sections) {
        List<DeliveryAddress> addresses = new ArrayList<>();
        Set<String> places = new HashSet<>();
        for (YamlSection section : sections) {
            Optional<DeliveryAddress> address = inbound(section);
            address.filter(known -> !places.add(known.by() + "/" + folder(known)))
                    .ifPresent(second -> section.fault(
                            FOLDER,
                            "party " + party + " has a second \"" + second.by() + "\" in \"receive\" with the \""
                                    + FOLDER
                                    + "\" of the first, \"" + folder(second)
                                    + "\"; remove it, or, if it is another folder of files, name that folder by \""
                                    + FOLDER
                                    + "\""));
            address.ifPresent(addresses::add);
        }
        return addresses;
    }

    private static String folder(DeliveryAddress address) {
        return address.setting(FOLDER).orElse(FOLDER);
    }

    private Optional<DeliveryAddress> inbound(YamlSection section) {
        Optional<DeliveryAddress> address = read(section, available.inbound(), "");
        address.ifPresent(known -> available.receiveFaults().apply(known).forEach(fault -> section.fault("by", fault)));
        return address;
    }

    private Optional<DeliveryAddress> read(YamlSection section, Set<String> connectors, String builtIn) {
        Optional<String> by = section.requiredText("by");
        if (by.isEmpty()) {
            return Optional.empty();
        }
        if (by.get().equals(builtIn)) {
            section.refuseOtherKeys();
            return Optional.of(DeliveryAddress.OWN_MAILBOX);
        }
        Map<String, List<String>> settings = settings(section);
        if (!connectors.contains(by.get())) {
            section.fault("by", "no connector \"" + by.get() + "\" here; available: " + names(connectors, builtIn));
            return Optional.empty();
        }
        return Optional.of(new DeliveryAddress(by.get(), settings));
    }

    private Map<String, List<String>> settings(YamlSection section) {
        Map<String, List<String>> settings = new LinkedHashMap<>();
        for (String key : section.otherKeys()) {
            settings.put(
                    key,
                    section.texts(key).stream()
                            .flatMap(text -> resolved(section, key, text).stream())
                            .toList());
        }
        return settings;
    }

    /** Secrets stand in the environment, not in files that are copied around. */
    private Optional<String> resolved(YamlSection section, String key, String text) {
        if (!text.startsWith(ENVIRONMENT)) {
            return Optional.of(text);
        }
        String name = text.substring(ENVIRONMENT.length());
        Optional<String> value = available.environment().apply(name).filter(found -> !found.isBlank());
        if (value.isEmpty()) {
            section.fault(key, "\"" + key + "\" is in environment variable " + name + ", which is not set");
        }
        return value;
    }

    private static String names(Set<String> connectors, String builtIn) {
        List<String> names = new ArrayList<>(connectors);
        if (!builtIn.isEmpty()) {
            names.add(builtIn);
        }
        return names.isEmpty()
                ? "none"
                : String.join(", ", names.stream().sorted().toList());
    }
}
