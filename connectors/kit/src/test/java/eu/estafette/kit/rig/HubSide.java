package eu.estafette.kit.rig;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hub as a poller sees it: the real checks, originals, and a {@link PollerMemory}. Can be killed at a commit. */
public final class HubSide implements Originals, PollerInbox {

    public static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

    private static final Tokens TOKENS = new Tokens(new HubSecrets(
            "subject-key-secret-for-tests-only",
            "case-ref-secret-for-tests-only-00",
            "notice-id-secret-for-tests-only-0"));

    private final EventChecks checks;
    private final List<String> refusals = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> originals = new HashMap<>();
    private final PollerMemory memory = new PollerMemory(NOW);
    private boolean away;

    public HubSide(Party... parties) {
        checks = new EventChecks(
                new PartyRegistry(List.of(parties)),
                Catalogue.shipped(),
                Set.of("flanders", "netherlands-municipality"),
                IdentifierMode.TEST,
                TOKENS,
                InstantSource.fixed(NOW));
    }

    /** Stands for a kill -9. */
    public static final class Killed extends Error {

        private static final long serialVersionUID = 1;
    }

    /** By which parties may speak of a person whose number they do not have. */
    public static String caseRef(String scheme, String number) {
        return TOKENS.caseRef(TOKENS.subjectKey(scheme, number), 1);
    }

    /** Of a notice about a person. */
    public static String noticeId(String scheme, String number, int sequence, String party) {
        return TOKENS.noticeId(TOKENS.subjectKey(scheme, number), sequence, party);
    }

    public WayIn wayIn() {
        return new WayIn(new Screening(checks, doorLog()), this);
    }

    public DoorLog doorLog() {
        return refusal -> refusals.add(refusal.code());
    }

    /** One visit. */
    public void visit(Poller poller) throws IOException {
        poller.poll(memory);
    }

    /** What an operator's order has it do. */
    public Reread readAgain(Poller poller, OriginalRef original, Path content, int part) throws IOException {
        return poller.rereading().orElseThrow().read(original, content, part, memory);
    }

    /** For one poller only. */
    @Override
    public void leave(String poller, String key, byte[] value) {
        if (away) {
            throw PollerMemory.unavailable();
        }
        memory.leave(key, value);
    }

    /** Whether Kafka confirms nothing from now on. */
    public void away(boolean isAway) {
        away = isAway;
        memory.away(isAway);
    }

    /** The hub's clock from now on. */
    public void at(Instant moment) {
        memory.at(moment);
    }

    /** Keys of what no poller has taken yet. */
    public Set<String> left() {
        return Set.copyOf(memory.left().keySet());
    }

    /** All that a poller remembers, key by key. */
    public SortedMap<String, byte[]> remembered() {
        return memory.states("");
    }

    /**
     * The process ends at that commit, counted from now and from 1.
     *
     * @param committed whether Kafka has it all the same
     */
    public void killAtCommit(int number, boolean committed) {
        memory.killAtCommit(number, committed);
    }

    public List<CaseEvent> events() {
        return memory.events();
    }

    public List<SetAside> asides() {
        return memory.asides();
    }

    /** Codes of what was not allowed. */
    public List<String> refusals() {
        return List.copyOf(refusals);
    }

    public int commits() {
        return memory.commits();
    }

    public Optional<byte[]> original(OriginalRef ref) {
        return Optional.ofNullable(originals.get(ref.sha256()));
    }

    @Override
    public OriginalRef keep(byte[] content) {
        if (away) {
            throw PollerMemory.unavailable();
        }
        var ref = new OriginalRef(Sha256.hex(content));
        originals.put(ref.sha256(), content);
        return ref;
    }

    @Override
    public OriginalRef keep(Path content) throws IOException {
        return keep(Files.readAllBytes(content));
    }
}
