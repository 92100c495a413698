package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.Parties;
import eu.estafette.acceptance.oracle.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The webhooks of all who take part, and their party files. */
final class Partners implements AutoCloseable {

    private final PartnerNames names;
    private final Map<String, Partner> partners = new LinkedHashMap<>();

    private Partners(PartnerNames names) {
        this.names = names;
    }

    static Partners start(int pairs, History history) throws IOException {
        var names = new PartnerNames(pairs);
        var started = new Partners(names);
        for (String id : names.all()) {
            started.partners.put(id, Partner.start(id, history));
        }
        return started;
    }

    PartnerNames names() {
        return names;
    }

    Partner get(String id) {
        return Optional.ofNullable(partners.get(id)).orElseThrow();
    }

    void each(Consumer<Partner> action) {
        partners.values().forEach(action);
    }

    /** Writes the party files and gives the folder for {@code --config}. */
    Path write(Path folder) throws IOException {
        return write(folder, Map.of());
    }

    /** @param elsewhere urls of those that are to be reached at another address */
    Path write(Path folder, Map<String, String> elsewhere) throws IOException {
        Path parties = Files.createDirectories(folder.resolve("parties"));
        for (Partner partner : partners.values()) {
            boolean coaches = names.coaches().contains(partner.id());
            Files.writeString(parties.resolve(partner.id() + ".yaml"), """
                    id: %s
                    region: NL
                    language: nl
                    roles: %s
                    deliver: {by: webhook, url: "%s", secret: "%s"}
                    outage: P30D
                    ruleset: netherlands-municipality
                    """.formatted(
                            partner.id(),
                            coaches ? "[COACH_ORGANISATION]" : "[REFERRER, COMMISSIONER]",
                            elsewhere.getOrDefault(partner.id(), partner.url()),
                            Parties.SECRET));
        }
        return folder;
    }

    @Override
    public void close() {
        each(Partner::close);
    }
}
