package eu.estafette.hub.router.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Consent;
import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.Ground;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.hub.router.MemoryEntries;
import eu.estafette.hub.router.PlainAvro;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a case knows is there again after a restart. */
class CaseCodecTest {

    private static final PlainAvro AVRO = new PlainAvro();
    private static final ObjectKey JOB = new ObjectKey("employment", "E1");
    private static final ObjectKey SIGNAL = new ObjectKey("signal", "G1");
    private static final Line LINE = new Line("urn:estafette:party:winkel", EventType.SIGNAL_RAISED, "G1");
    private static final Instant UNTIL = Instant.parse("2026-04-01T22:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-09T23:00:00Z");
    private static final Place PLACE = new Place("winkel", 3, 4711, Instant.parse("2026-03-02T08:00:00Z"));
    private static final Instant TIME = Instant.parse("2026-03-02T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final CaseCodec codec = new CaseCodec(Contracts.shipped(), payloads, AVRO, AVRO);
    private final SubjectKey subject =
            new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32))).subjectKey("BSN", "999990342");
    private final MemoryEntries store = new MemoryEntries();

    @Test
    void clocksConsentsAndWhatIsHeldSurviveTheStore() {
        Case file = file(new Waiting(List.of(heldEvent()), List.of(heldNotice()), 7));

        StoredSubject stored = stored(file, Anteroom.EMPTY);

        store.put(codec.changes(subject, StoredSubject.NONE, stored));

        assertThat(codec.find(store, subject)).isEqualTo(stored);
    }

    @Test
    void whatALineToldAndBroughtAboutSurvivesTheStore() {
        Case file = file(Waiting.NONE);
        CaseObject job = new CaseObject(JOB, true, Optional.empty(), List.of(line(file.steps()), takenBack()), DAY);
        Case told = new Case(
                file.id(),
                file.number(),
                file.ruleset(),
                file.openedAt(),
                file.resting(),
                file.coaching(),
                file.roles(),
                file.steps(),
                file.notices(),
                file.events(),
                Map.of(JOB, job),
                file.sent(),
                file.timers(),
                file.waiting(),
                file.consents(),
                new Ground(
                        List.of(new RoleHolder(
                                Role.COACH,
                                new Recipient(new PartyId("buddies"), Optional.of("ria")),
                                Optional.of(CoachKind.VOLUNTEER),
                                Optional.empty())),
                        Coaching.RUNNING,
                        Phase.DORMANT));

        StoredSubject stored = stored(told, Anteroom.EMPTY);
        store.put(codec.changes(subject, StoredSubject.NONE, stored));

        assertThat(codec.find(store, subject)).isEqualTo(stored);
    }

    private static LineHistory line(List<OpenStep> closed) {
        var line = new Line("urn:estafette:party:winkel", EventType.EMPLOYMENT_CHANGED, "E1");
        Effects effects = Effects.of(
                        Phase.ORIENTATION,
                        true,
                        List.of(new RoleClaim(Role.WELFARE, new PartyId("ocmw"), Optional.empty(), Optional.empty())),
                        Optional.of(new Recipient(new PartyId("vdab"), Optional.of("desk"))))
                .with(List.of("E4", "I1"), closed, Optional.of(new Effects.Rest("T3", Phase.JOB_SEARCH, 2)))
                .withClocks(
                        List.of(new Clock("planned-end-passed", JOB, DAY)),
                        List.of(new Clock("follow-up-3-months", JOB, DAY)));
        return new LineHistory(line)
                .telling(
                        new LineHistory.Version(Action.ORIGINAL, 1, "09", 2),
                        new Told("e2", "EMPLOYER", TIME, DAY, Action.ORIGINAL, 1, 2, 2),
                        Fields.of("plannedEnd", DAY),
                        Effects.NONE)
                .goingOn()
                .telling(
                        new LineHistory.Version(Action.ORIGINAL, 2, "0a", 3),
                        new Told("e3", "EMPLOYER", TIME.plusSeconds(60), DAY, Action.ORIGINAL, 2, 2, 3),
                        Fields.of("plannedEnd", DAY.plusDays(1)).with("hoursChanged", true),
                        effects);
    }

    private static LineHistory takenBack() {
        return new LineHistory(new Line("urn:estafette:party:magda", EventType.EMPLOYMENT_STARTED, "D1"))
                .takenBack(
                        new LineHistory.Version(Action.WITHDRAWAL, 2, "0b", 4),
                        new Told("e4", Told.BY_REGISTER, TIME, DAY, Action.WITHDRAWAL, 2, 4, 4));
    }

    @Test
    void whatIsHeldIsWrittenOnlyWhenItChanged() {
        Case file = file(new Waiting(List.of(heldEvent()), List.of(), 1));
        StoredSubject before = stored(file, Anteroom.EMPTY);

        assertThat(codec.changes(subject, before, before)).isEmpty();
        assertThat(codec.changes(subject, before, stored(file(file.waiting()), Anteroom.EMPTY)))
                .doesNotContainKey(subject.hex() + "/waiting");
        assertThat(codec.changes(subject, before, stored(file(Waiting.NONE), Anteroom.EMPTY)))
                .containsKey(subject.hex() + "/waiting");
    }

    @Test
    void whatWaitsForACaseSurvivesTheStore() {
        StoredSubject stored = new StoredSubject(
                Optional.empty(),
                new Anteroom(List.of(heldEvent())),
                Map.of(EventName.of(heldEvent().event()), PLACE),
                Optional.empty(),
                Optional.of(UNTIL));

        store.put(codec.changes(subject, StoredSubject.NONE, stored));

        assertThat(codec.find(store, subject)).isEqualTo(stored);
    }

    @Test
    void ofACaseThatLeftOnlyItsAliasIsKeptUntilItIsNotUsedAnyMore() {
        // Given
        SubjectKey there = new SubjectKey("c".repeat(24));
        StoredSubject here = stored(file(new Waiting(List.of(heldEvent()), List.of(heldNotice()), 7)), Anteroom.EMPTY)
                .from(Provenance.NONE.leaving(there, new CaseId("C1"), 3));
        StoredSubject gone = StoredSubject.gone(new Alias(there, DUE));
        store.put(codec.changes(subject, StoredSubject.NONE, here));
        assertThat(codec.find(store, subject)).isEqualTo(here);

        // When
        store.put(codec.changes(subject, here, gone));

        // Then
        assertThat(store.bytes().keySet()).containsExactly(subject.hex() + "/alias");
        assertThat(codec.find(store, subject)).isEqualTo(gone);
        Map<SubjectKey, Instant> due = new HashMap<>();
        codec.eachDue(store, (role, party) -> false, due::put);
        assertThat(due).containsExactly(Map.entry(subject, DUE.plus(Duration.ofDays(400))));

        // When
        store.put(codec.changes(subject, gone, StoredSubject.NONE));

        // Then
        assertThat(store.bytes()).isEmpty();
    }

    @Test
    void aCaseIsTheSameAfterItTravelled() {
        StoredSubject here = stored(file(new Waiting(List.of(heldEvent()), List.of(heldNotice()), 7)), Anteroom.EMPTY);

        assertThat(codec.subject(codec.entries(subject, here))).isEqualTo(here);
    }

    @Test
    void whenSomethingFallsDueIsReadFromTheEntries() {
        SubjectKey other = new SubjectKey("b".repeat(24));
        store.put(codec.changes(subject, StoredSubject.NONE, stored(file(Waiting.NONE), Anteroom.EMPTY)));
        store.put(codec.changes(
                other,
                StoredSubject.NONE,
                stored(file(Waiting.NONE), Anteroom.EMPTY)
                        .with(
                                Optional.empty(),
                                new Anteroom(List.of(heldEvent())),
                                Map.of(EventName.of(heldEvent().event()), PLACE),
                                new Due())));

        Map<SubjectKey, Instant> due = new HashMap<>();
        codec.eachDue(store, (role, party) -> false, due::put);

        assertThat(due).containsExactlyInAnyOrderEntriesOf(Map.of(subject, DUE, other, UNTIL));
    }

    @Test
    void aCaseWithAStepOfAPartyThatLeftIsDueAtOnce() {
        // Given
        store.put(codec.changes(subject, StoredSubject.NONE, stored(file(Waiting.NONE), Anteroom.EMPTY)));
        PartyId owner = new PartyId("buddies");

        // When
        var cases = new CaseStore(store, codec, (role, party) -> role == Role.COACH && party.equals(owner));

        // Then: once now, and again when it would have been due anyhow
        assertThat(cases.takeDue(Instant.EPOCH, 10)).containsExactly(subject);
        assertThat(cases.nextDue()).contains(DUE);
    }

    private static StoredSubject stored(Case file, Anteroom anteroom) {
        Map<EventName, Place> places = file.waiting().events().isEmpty()
                ? Map.of()
                : Map.of(EventName.of(heldEvent().event()), PLACE);
        return new StoredSubject(Optional.of(file), anteroom, places, Optional.empty(), Optional.of(DUE));
    }

    private static Case file(Waiting waiting) {
        OpenStep step = new OpenStep(
                "FIRST-WEEK",
                JOB,
                Role.COACH,
                new Recipient(new PartyId("buddies"), Optional.of("ria")),
                Optional.of(DAY),
                OpenStep.State.TAKEN,
                DAY,
                Optional.of("E1"),
                Optional.of(1),
                Optional.empty(),
                1,
                List.of(Role.UMBRELLA),
                2);
        SentNotice sent = new SentNotice(
                1,
                Recipient.of(new PartyId("buddies")),
                Role.COACH,
                true,
                "signal-full",
                Optional.of("CLARIFY"),
                Optional.of("S1"),
                false,
                Optional.of(RecallReason.CONSENT_ENDED));
        return new Case(
                new CaseId("C-1"),
                1,
                "flanders",
                Instant.parse("2026-03-02T08:00:00Z"),
                Phase.ORIENTATION,
                Coaching.NONE,
                List.of(),
                List.of(step),
                1,
                2,
                Map.of(),
                Map.of(LINE, List.of(sent)),
                new Timers(
                        List.of(new Clock("planned-end-passed", JOB, DAY.plusDays(7))),
                        List.of(new Clock("planned-end-minus-30-days", JOB, DAY)),
                        Optional.of(DAY)),
                waiting,
                new Consents(List.of(
                        new Consent(
                                "T1",
                                Consent.By.EMPLOYER,
                                Category.SIGNAL_CONTENT,
                                Role.COUNSELLOR,
                                DAY,
                                Optional.of("T2")),
                        new Consent(
                                "T3", Consent.By.SUBJECT, Category.REFERRAL, Role.EMPLOYER, DAY, Optional.empty()))),
                Ground.EMPTY);
    }

    private static HeldEvent heldEvent() {
        return new HeldEvent(
                3,
                new CaseEvent(
                        "e7",
                        "urn:estafette:party:winkel",
                        EventType.SIGNAL_RAISED,
                        Instant.parse("2026-03-02T08:00:00Z"),
                        new Recipient(new PartyId("winkel"), Optional.of("sam")),
                        Optional.of(Role.EMPLOYER),
                        Action.ORIGINAL,
                        "G1",
                        2,
                        DAY,
                        true,
                        "00ff",
                        Optional.of("flanders"),
                        List.of(new RoleClaim(
                                Role.COACH,
                                new PartyId("buddies"),
                                Optional.of("ria"),
                                Optional.of(CoachKind.VOLUNTEER))),
                        Fields.of("kind", Code.own("CONFLICT"))
                                .with(
                                        "formulation",
                                        Fields.of("text", "said in confidence").with("authorRole", "EMPLOYER"))),
                "NO_ROLE",
                UNTIL);
    }

    private static HeldNotice heldNotice() {
        return new HeldNotice(
                7,
                Role.COUNSELLOR,
                Recipient.of(new PartyId("inslag")),
                "signal-full",
                Set.of(Category.SIGNAL_CONTENT),
                SIGNAL,
                Optional.of("ANSWER-SIGNAL"),
                Optional.of("S2"),
                new Cause("e7", LINE, "EMPLOYER", DAY, Action.ORIGINAL, 1),
                UNTIL);
    }
}
