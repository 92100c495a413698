package eu.estafette.schemas;

import eu.estafette.contract.message.Payload;
import eu.estafette.schemas.avro.Readers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.generic.GenericRecord;

/**
 * Writes records of event, view and document contracts as payloads, reads them back, and cuts them down to a view.
 *
 * <p>The open part is the contract's record with its protected fields null. The sealed part is the same record with only the protected
 * fields (and the records and lists that lead to them), absent where none has a value. Dates, timestamps and decimals stand in records as
 * {@code LocalDate}, {@code Instant} and {@code BigDecimal}, strings as {@code String}.
 *
 * <p>Thread-safe, and made for the hot path: readers and writers are made once per contract, encoders and decoders once per thread.
 */
public final class PayloadCodec {

    private static final String VIEW = "view/";

    private final Contracts contracts;
    private final Map<Contract, PartsWriter> writers = new ConcurrentHashMap<>();
    private final Map<Contract, PartsReader> readers = new ConcurrentHashMap<>();
    private final Map<Way, Projection> projections = new ConcurrentHashMap<>();

    /** Way from a contract to a view, named as the payload and the caller name them. */
    private record Way(String contract, int version, String view) {}

    private record Projection(PartsReader reader, PartsWriter writer) {}

    public PayloadCodec(Contracts contracts) {
        this.contracts = contracts;
    }

    /**
     * @param record has the schema of one of the {@link Contracts}
     * @throws PayloadException if the record does not fit its schema
     * @throws UnknownContractException if the schema is none of the contracts'
     */
    public Payload write(GenericRecord record) {
        return writer(contracts.of(record.getSchema())).write(record);
    }

    /**
     * The payload's record, both parts together, in the contract and version the payload names.
     *
     * @throws PayloadException if the bytes are not what the contract says
     * @throws UnknownContractException if this build lacks the contract
     */
    public GenericRecord read(Payload payload) {
        Contract contract = contracts.contract(payload.getContract(), payload.getVersion());
        return readers.computeIfAbsent(contract, same -> new PartsReader(same, same, Readers::ofValues))
                .read(payload);
    }

    /**
     * What the newest version of the view shows of the payload, and nothing else: a field that the view lacks is in no part of the
     * result. Made by Avro schema resolution from the payload's contract to the view's.
     *
     * @param view name as tables and notices have it: {@code referral-full}
     * @throws PayloadException if the bytes are not what the contract says
     * @throws UnknownContractException if this build lacks the contract or the view
     */
    public Payload view(Payload canonical, String view) {
        var way = new Way(canonical.getContract(), canonical.getVersion(), view);
        Projection projection = projections.get(way);
        if (projection == null) {
            projection = projections.computeIfAbsent(way, this::projection);
        }
        return projection.writer().write(projection.reader().read(canonical));
    }

    /** As {@link #view(Payload, String)}, of a record with the schema of one of the {@link Contracts}. */
    public Payload view(GenericRecord canonical, String view) {
        return view(write(canonical), view);
    }

    private Projection projection(Way way) {
        Contract from = contracts.contract(way.contract(), way.version());
        Contract to = contracts.latest(VIEW + way.view());
        return new Projection(new PartsReader(from, to, Readers::ofRaw), writer(to));
    }

    private PartsWriter writer(Contract contract) {
        return writers.computeIfAbsent(contract, PartsWriter::new);
    }
}
