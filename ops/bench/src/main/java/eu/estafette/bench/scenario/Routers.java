package eu.estafette.bench.scenario;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Decider;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.hub.router.Router;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Makes the hub's own router over the shipped tables. Its clock stands still, so that equal events give equal bytes whoever runs it and
 * whenever.
 */
public final class Routers {

    static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

    private final Catalogue catalogue = Catalogue.shipped();
    private final Rulesets rulesets = ShippedRulesets.load(catalogue);
    private final Decider decider = new Decider(rulesets, Parties.registry(), catalogue);
    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final Encoding encoding;

    /** @param registry url of a schema registry; asked now, and not again */
    public Routers(String registry) {
        encoding = Encoding.of(registry);
    }

    /** @param wrapper put around the decision, to count */
    public Router router(UnaryOperator<Decision.Function> wrapper) {
        return new Router(
                wrapper.apply(decider),
                new Joining(rulesets, Parties.registry(), catalogue),
                new Due(Parties.registry()),
                catalogue.steps()::isCaseWide,
                tokens,
                Contracts.shipped(),
                encoding.serializer(),
                encoding.deserializer(),
                () -> NOW);
    }

    Tokens tokens() {
        return tokens;
    }

    Serializer<SpecificRecord> serializer() {
        return encoding.serializer();
    }

    Deserializer<SpecificRecord> deserializer() {
        return encoding.deserializer();
    }
}
