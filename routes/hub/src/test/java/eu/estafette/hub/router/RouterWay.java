package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalHold;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.HoldChange;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.hub.router.store.CaseCodec;
import eu.estafette.hub.router.store.CaseEntries;
import eu.estafette.hub.router.store.StoredSubject;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Decides by sending each event through the router's topology. Checks on the way that the case is there again when it is read back, and that
 * each notice that was decided is on its way to its receiver, as is each recall.
 */
final class RouterWay implements Decision.Function {

    private static final PlainAvro AVRO = new PlainAvro();

    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    /** Under which all is sent, also when the person has another number by now. */
    private final SubjectKey subject = tokens.subjectKey("BSN", "999990342");

    private final Contracts contracts = Contracts.shipped();
    private final PayloadCodec payloads = new PayloadCodec(contracts);
    private final EventWriter events = new EventWriter(contracts, payloads);
    private final CaseCodec cases = new CaseCodec(contracts, payloads, AVRO, AVRO);
    private final List<Decision> decided = new ArrayList<>();
    private final TopologyTestDriver driver;
    private final TestOutputTopic<String, byte[]> notices;
    private final TestOutputTopic<String, byte[]> invalid;
    private final TestOutputTopic<String, byte[]> journal;
    private final Map<Integer, String> noticeIds = new HashMap<>();
    private final Map<PartyId, TestOutputTopic<String, byte[]>> recalls = new HashMap<>();
    private Instant now = Instant.EPOCH;

    RouterWay(Decision.Function decisions) {
        var router = new Router(
                (before, event, at) -> {
                    Decision decision = decisions.decide(before, event, at);
                    decided.add(decision);
                    return decision;
                },
                new Joining(ShippedRulesets.load(Catalogue.shipped()), NoParties.INSTANCE, Catalogue.shipped()),
                new Due(),
                code -> false,
                tokens,
                contracts,
                AVRO,
                AVRO,
                () -> now);
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, RouterSettings.APPLICATION_ID);
        driver = new TopologyTestDriver(RouterTopology.of(router, new DueWatch()), settings);
        notices = driver.createOutputTopic(Topics.NOTICES, new StringDeserializer(), new ByteArrayDeserializer());
        journal = driver.createOutputTopic(Topics.JOURNAL, new StringDeserializer(), new ByteArrayDeserializer());
        invalid = driver.createOutputTopic(Topics.INVALID, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Decision decide(Optional<Case> before, CaseEvent event, Instant at) {
        now = at;
        decided.clear();
        StoredSubject stored = kept();
        if (!stored.file().equals(before)) {
            begin(before.orElseThrow());
        }
        CaseEvent sent = addressed(event);
        driver.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer())
                .pipeInput(key(sent).hex(), AVRO.serialize(Topics.EVENTS, events.write(sent, at)));

        assertThat(invalid.readValuesToList()).isEmpty();
        Decision decision = decided.getFirst();
        assertThat(kept().file()).isEqualTo(decided.getLast().after());
        assertThat(notices.readValuesToList().stream().map(this::receiver))
                .containsExactlyElementsOf(decided.stream()
                        .flatMap(one -> one.notices().stream())
                        .map(RouterWay::receiver)
                        .toList());
        decided.stream().flatMap(one -> one.recalls().stream()).forEach(this::assertWritten);
        List<JournalEntry> told = journal.readValuesToList().stream()
                .map(entry -> (JournalEntry) AVRO.deserialize(Topics.JOURNAL, entry))
                .toList();
        assertThat(told.stream()
                        .filter(entry -> entry.getKind().equals("DECIDED")
                                && entry.getState().equals("ROUTED"))
                        .map(entry -> entry.getEvent().getId()))
                .containsAll(noLongerHeld(decision));
        assertThat(told.stream().flatMap(entry -> entry.getHolds().stream()).map(RouterWay::hold))
                .containsExactlyElementsOf(decided.stream()
                        .flatMap(one -> one.holds().stream())
                        .map(RouterWay::hold)
                        .toList());
        return decision;
    }

    /** What waits for consent is named by the event it tells of. */
    private static String hold(JournalHold hold) {
        assertThat(hold.getPartition()).isNotNull();
        assertThat(hold.getOffset()).isNotNull();
        return hold.getChange() + " " + hold.getRole() + " " + hold.getView() + " " + hold.getCategories();
    }

    private static String hold(HoldChange change) {
        return change.change() + " " + change.notice().role() + " "
                + change.notice().view() + " "
                + change.notice().scope().stream().map(Enum::name).sorted().toList();
    }

    private void assertWritten(Recall recall) {
        String party = recall.party().value();
        var written = recalls.computeIfAbsent(
                        recall.party(),
                        any -> driver.createOutputTopic(
                                Topics.recall(party), new StringDeserializer(), new ByteArrayDeserializer()))
                .readKeyValue();
        assertThat(written.key).isEqualTo(noticeIds.get(recall.sequence()));
        assertThat(written.value == null).isEqualTo(recall.tooLate());
    }

    /** The senders of these events have been told that they are held. */
    private static List<String> noLongerHeld(Decision decision) {
        List<Cause> held = decision.after().orElseThrow().waiting().notices().stream()
                .map(HeldNotice::cause)
                .toList();
        return decision.holds().stream()
                .filter(hold -> hold.change() != HoldChange.Change.HELD)
                .map(hold -> hold.notice().cause())
                .filter(cause -> !held.contains(cause))
                .map(Cause::id)
                .toList();
    }

    /** Stories begin with a case that nobody told of. */
    private void begin(Case file) {
        var stored = StoredSubject.NONE.with(Optional.of(file), StoredSubject.NONE.anteroom(), Map.of(), new Due());
        entries().put(cases.changes(subject, StoredSubject.NONE, stored));
    }

    /** In the stories a notice is known by its number; its receiver knows its id, whatever became of the case since. */
    private CaseEvent addressed(CaseEvent event) {
        if (event.type() != EventType.NOTICE_ANSWERED) {
            return event;
        }
        int sequence = event.data().integer("noticeSequence").orElseThrow();
        return event.as(
                event.action(),
                event.line(),
                event.version(),
                event.data().with("noticeId", Objects.requireNonNull(noticeIds.get(sequence))));
    }

    private SubjectKey key(CaseEvent event) {
        return event.data()
                .text("noticeId")
                .flatMap(id -> tokens.openNoticeId(id, event.sender().party().value()))
                .map(Tokens.NoticeRef::subject)
                .orElse(subject);
    }

    /** What is kept of the person, under whatever number. */
    private StoredSubject kept() {
        StoredSubject stored = cases.find(entries(), subject);
        while (stored.alias().isPresent()) {
            stored = cases.find(entries(), stored.alias().get().to());
        }
        return stored;
    }

    private String receiver(byte[] notice) {
        var sent = (Notice) AVRO.deserialize(Topics.NOTICES, notice);
        noticeIds.put(sent.getSequence(), sent.getNoticeId());
        return sent.getParty() + " " + sent.getForRole() + " " + sent.getPurpose() + " " + sent.getView();
    }

    private static String receiver(NoticeDraft draft) {
        return draft.recipient().party().value() + " " + draft.role() + " " + (draft.isAct() ? "ACT" : "INFORM") + " "
                + draft.view();
    }

    private CaseEntries entries() {
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(DecideProcessor.STORE);
        return new CaseEntries() {
            @Override
            public void scan(String prefix, Consumer<byte[]> entry) {
                each((key, value) -> {
                    if (key.startsWith(prefix)) {
                        entry.accept(value);
                    }
                });
            }

            @Override
            public void each(BiConsumer<String, byte[]> entry) {
                try (var all = store.all()) {
                    while (all.hasNext()) {
                        KeyValue<String, byte[]> found = all.next();
                        entry.accept(found.key, found.value);
                    }
                }
            }

            @Override
            public void put(Map<String, byte[]> changes) {
                changes.forEach(store::put);
            }
        };
    }
}
