package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.catalogue.ClockRing;
import eu.estafette.domain.catalogue.ClockSpec;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Starts and stops the clocks of a case, by what happens and by the rows that fire (domain section 7). */
final class Clocks {

    /** Events after which an object is over or decided; what rows start after them runs for what comes then. */
    private static final Set<EventType> ENDINGS = EnumSet.of(
            EventType.REFERRAL_DECIDED,
            EventType.COACHING_DECIDED,
            EventType.COACHING_ENDED,
            EventType.PLACEMENT_ENDED,
            EventType.EMPLOYMENT_ENDED);

    /** Asks about something that should have happened: it is never too late for it. */
    private static final String EVEN_IF_PAST = "planned-end-passed";

    /** Started by the hub itself, as long as anything stands of what was given. */
    private static final String CONSENT = "consent-expiry";

    private static final String PERIOD_START = "periodStart";

    private final Map<String, ClockSpec> specs;

    Clocks(Map<String, ClockSpec> specs) {
        this.specs = specs;
    }

    void follow(Turn turn, List<Row> firing) {
        stopEnded(turn);
        for (Row row : firing) {
            for (Effect effect : row.effects()) {
                switch (effect) {
                    case Effect.StartClock(String name) -> start(turn, spec(name));
                    case Effect.StopClock(String name) -> stop(turn, name);
                    default -> {}
                }
            }
        }
        goOn(turn);
        followConsent(turn);
    }

    private void followConsent(Turn turn) {
        CaseDraft draft = turn.draft();
        if (turn.event().type() == EventType.CONSENT_GIVEN) {
            start(turn, spec(CONSENT));
        } else if (turn.event().type() == EventType.CONSENT_WITHDRAWN) {
            draft.time(draft.timers()
                    .stopped(clock -> clock.name().equals(CONSENT)
                            && !draft.consents().stands(clock.object().key())));
        }
    }

    private void stopEnded(Turn turn) {
        CaseDraft draft = turn.draft();
        if (ENDINGS.contains(turn.event().type())) {
            draft.time(draft.timers().stopped(clock -> clock.object().equals(turn.object())));
        }
        if (draft.coaching() == Coaching.ENDED) {
            draft.time(draft.timers().stopped(clock -> spec(clock.name()).repeats()));
        }
    }

    /** A clock that repeats is set again when it rang. */
    private void goOn(Turn turn) {
        if (turn.event().type() != EventType.CLOCK_RANG || turn.draft().coaching() == Coaching.ENDED) {
            return;
        }
        Optional<ClockSpec> rang = turn.event().data().code("clock").map(specs::get);
        rang.filter(ClockSpec::repeats)
                .flatMap(spec -> date(turn, spec, turn.object(), turn.today().plusDays(1)))
                .ifPresent(date -> run(turn, new Clock(rang.get().name(), turn.object(), date)));
    }

    private void stop(Turn turn, String name) {
        turn.draft().time(turn.draft().timers().stopped(clock -> clock.name().equals(name)));
    }

    private void start(Turn turn, ClockSpec spec) {
        Optional<ObjectKey> object = object(turn, spec);
        if (object.isEmpty()) {
            return;
        }
        if (spec.repeats()) {
            // a later grant starts it anew
            stop(turn, spec.name());
        }
        Optional<LocalDate> date = date(turn, spec, object.get(), turn.today());
        if (date.isPresent()) {
            run(turn, new Clock(spec.name(), object.get(), date.get()));
        } else {
            turn.draft().time(turn.draft().timers().stopped(spec.name(), object.get()));
        }
    }

    private static void run(Turn turn, Clock clock) {
        turn.draft().time(turn.draft().timers().started(clock));
    }

    /** What the clock runs for: what the event is about, or the work that it names. */
    private static Optional<ObjectKey> object(Turn turn, ClockSpec spec) {
        return spec.runsFor(turn.object().family())
                ? Optional.of(turn.object())
                : Work.named(turn.draft(), turn.object(), turn.content()).filter(work -> spec.runsFor(work.family()));
    }

    private static Optional<LocalDate> date(Turn turn, ClockSpec spec, ObjectKey object, LocalDate notBefore) {
        Optional<ClockRing> ring = spec.ring(object.family());
        if (ring.isEmpty()) {
            return Optional.empty();
        }
        Fields content = content(turn, object, ring.get());
        return ring.flatMap(found -> found.date(content, notBefore))
                .filter(date -> !date.isBefore(turn.today()) || ringsLate(turn, spec, ring.get(), content));
    }

    /** A day that is past rings at once if what it warns of is still ahead. */
    private static boolean ringsLate(Turn turn, ClockSpec spec, ClockRing ring, Fields content) {
        return spec.name().equals(EVEN_IF_PAST)
                || (ring.isWarning()
                        && ring.warnsOf(content)
                                .filter(day -> day.isAfter(turn.today()))
                                .isPresent());
    }

    /** The date the clock counts from: the object's, of work that was granted coaching also that of the first grant. */
    private static Fields content(Turn turn, ObjectKey object, ClockRing ring) {
        boolean ofGrant = ring.field().equals(PERIOD_START) && object.family().equals(Family.EMPLOYMENT.code());
        if (ofGrant) {
            return firstGrant(turn.draft(), object)
                    .map(start -> Fields.of(PERIOD_START, start))
                    .orElse(Fields.NONE);
        }
        Fields own = turn.draft().object(object).map(CaseObject::content).orElse(Fields.NONE);
        return object.family().equals(Family.CONSENT.code())
                ? own.with("until", Permissions.until(own, turn.today()))
                : own;
    }

    private static Optional<LocalDate> firstGrant(CaseDraft draft, ObjectKey employment) {
        Collection<CaseObject> objects = draft.objects();
        return objects.stream()
                .filter(object -> object.isOf(Family.APPLICATION))
                .filter(object -> object.content()
                        .code("decision")
                        .filter("GRANTED"::equals)
                        .isPresent())
                .filter(object -> Work.named(draft, object.key(), object.content())
                        .filter(employment::equals)
                        .isPresent())
                .flatMap(object -> object.content().date(PERIOD_START).stream())
                .min(LocalDate::compareTo);
    }

    private ClockSpec spec(String name) {
        return Optional.ofNullable(specs.get(name))
                .orElseThrow(() -> new IllegalStateException("no clock " + name + " in clocks.csv"));
    }
}
