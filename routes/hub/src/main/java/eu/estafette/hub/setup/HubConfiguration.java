package eu.estafette.hub.setup;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalSeal;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Recall;
import eu.estafette.contract.message.ReconciliationReport;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Available;
import eu.estafette.kit.party.PartyLoader;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.registry.RegistrySerializer;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all flows share. Parties, tables and topics are checked as a whole here, before any flow starts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HubSettings.class)
public class HubConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource hubClock() {
        return InstantSource.system();
    }

    @Bean
    Contracts contracts() {
        return Contracts.shipped();
    }

    @Bean
    PayloadCodec payloadCodec(Contracts contracts) {
        return new PayloadCodec(contracts);
    }

    @Bean
    Tokens tokens(HubSettings settings) {
        return new Tokens(settings.secrets());
    }

    @Bean
    IdentifierMode identifierMode(HubSettings settings) {
        return switch (settings.identifiers()) {
            case PRODUCTION -> IdentifierMode.PRODUCTION;
            case TEST -> IdentifierMode.TEST;
        };
    }

    @Bean
    Catalogue catalogue() {
        return Catalogue.shipped();
    }

    @Bean
    Rulesets rulesets(HubSettings settings, Catalogue catalogue) {
        return Rulesets.load(new ConfigFolder(settings.config()).rulesets(), catalogue);
    }

    @Bean
    PartyRegistry parties(
            HubSettings settings,
            Rulesets rulesets,
            List<OutboundConnector> outbound,
            List<InboundConnector> inbound,
            IdentifierMode identifiers) {
        var available = Available.of(rulesets.names(), outbound, inbound, identifiers, System.getenv());
        PartyRegistry parties = new PartyLoader(available)
                .load(new ConfigFolder(settings.config()).parties())
                .registry();
        rulesets.requireFor(parties);
        return parties;
    }

    @Bean
    KnownSchemas knownSchemas(HubSettings settings) {
        Map<String, Object> config = new HashMap<>();
        config.put(RegistryConfig.URL, settings.registry().url());
        config.put(RegistryConfig.SPECIFIC, true);
        config.put(RegistryConfig.VALUE_NAMING, "RecordNameStrategy");
        Optional.ofNullable(settings.registry().user()).ifPresent(user -> config.put(RegistryConfig.USER_INFO, user));
        Optional.ofNullable(settings.registry().cache())
                .ifPresent(cache -> config.put(RegistryConfig.CACHE, cache.toString()));
        var schemas = new KnownSchemas(RegistryConfig.of(config));
        schemas.warmUp(Stream.of(
                        CaseEvent.getClassSchema(),
                        CaseEntry.getClassSchema(),
                        CaseMoved.getClassSchema(),
                        Notice.getClassSchema(),
                        Recall.getClassSchema(),
                        JournalEntry.getClassSchema(),
                        JournalSeal.getClassSchema(),
                        LaneCommand.getClassSchema(),
                        ReconciliationReport.getClassSchema())
                .collect(Collectors.toMap(Schema::getFullName, Function.identity())));
        return schemas;
    }

    @Bean
    Serializer<SpecificRecord> serializer(KnownSchemas schemas) {
        return new RegistrySerializer<>(schemas);
    }

    @Bean
    Deserializer<SpecificRecord> deserializer(KnownSchemas schemas) {
        return new RegistryDeserializer<>(schemas);
    }

    @Bean
    Admin kafkaAdmin(HubSettings settings) {
        return Admin.create(settings.kafka().clients());
    }

    /** A flow that takes this as a parameter starts only when all topics are there. */
    @Bean
    TopicSetup topics(HubSettings settings, Admin admin, PartyRegistry parties) {
        var setup = new TopicSetup(admin);
        setup.ensure(
                new TopicPlan(settings.kafka().replicationFactor()).of(parties.all()),
                settings.kafka().createTopics());
        return setup;
    }
}
