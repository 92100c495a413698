package eu.estafette.hub.delivery;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.call.PartnerCall;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the delivery needs of the world around it.
 *
 * @param kafka    bootstrap servers, and what else is needed to reach them
 * @param notices  thread-safe
 * @param commands reads what operators tell lanes to do
 * @param messages thread-safe
 * @param partner  how a partner is called
 * @param hubTime  the hub's clock
 * @param random   of the jitter; thread-safe
 */
public record DeliveryPorts(
        Map<String, Object> kafka,
        Deserializer<Notice> notices,
        Deserializer<LaneCommand> commands,
        Serializer<SpecificRecord> messages,
        PartyRegistry parties,
        Tokens tokens,
        PartnerCall partner,
        InstantSource hubTime,
        RandomGenerator random,
        MeterRegistry meters) {}
