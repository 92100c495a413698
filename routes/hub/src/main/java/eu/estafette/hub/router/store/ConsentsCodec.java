package eu.estafette.hub.router.store;

import eu.estafette.contract.message.GivenConsent;
import eu.estafette.domain.cases.Consent;
import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import java.util.List;
import java.util.Optional;

/** The consents in the entry {@code head} of the case store. */
final class ConsentsCodec {

    private ConsentsCodec() {}

    static List<GivenConsent> write(Consents consents) {
        return consents.all().stream()
                .map(consent -> new GivenConsent(
                        consent.key(),
                        consent.by().name(),
                        consent.category().name(),
                        consent.role().name(),
                        consent.until(),
                        consent.endedBy().orElse(null)))
                .toList();
    }

    static Consents read(List<GivenConsent> consents) {
        return new Consents(consents.stream()
                .map(consent -> new Consent(
                        consent.getKey(),
                        Consent.By.valueOf(consent.getBy()),
                        Category.valueOf(consent.getCategory()),
                        Role.valueOf(consent.getRole()),
                        consent.getUntil(),
                        Optional.ofNullable(consent.getEndedBy())))
                .toList());
    }
}
