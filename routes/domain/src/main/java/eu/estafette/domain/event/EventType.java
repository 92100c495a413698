package eu.estafette.domain.event;

import static eu.estafette.domain.event.Nature.DECISION;
import static eu.estafette.domain.event.Nature.FACT;
import static eu.estafette.domain.event.Nature.OBSERVATION;
import static eu.estafette.domain.event.Nature.REQUEST;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that can happen in a case. Fields, senders and code lists of each type stand in {@code events.csv}. */
public enum EventType {
    REFERRAL_REQUESTED("referral.requested", Family.REFERRAL, REQUEST),
    REFERRAL_DECIDED("referral.decided", Family.REFERRAL, DECISION),
    ROLE_ASSIGNED("role.assigned", Family.CASE, FACT),
    ROLE_ENDED("role.ended", Family.CASE, FACT),
    COACHING_APPLIED("coaching.applied", Family.APPLICATION, REQUEST),
    COACHING_DECIDED("coaching.decided", Family.APPLICATION, DECISION),
    COACHING_STARTED("coaching.started", Family.COACHING, FACT),
    COACHING_REPORTED("coaching.reported", Family.COACHING, OBSERVATION),
    COACHING_ENDED("coaching.ended", Family.COACHING, FACT),
    TRAINING_PROGRESSED("training.progressed", Family.TRAINING, FACT),
    PLACEMENT_STARTED("placement.started", Family.PLACEMENT, FACT),
    PLACEMENT_CHANGED("placement.changed", Family.PLACEMENT, FACT),
    PLACEMENT_ENDED("placement.ended", Family.PLACEMENT, FACT),
    EMPLOYMENT_STARTED("employment.started", Family.EMPLOYMENT, FACT),
    EMPLOYMENT_CHANGED("employment.changed", Family.EMPLOYMENT, FACT),
    EMPLOYMENT_ENDED("employment.ended", Family.EMPLOYMENT, FACT),
    ABSENCE_REPORTED("absence.reported", Family.ABSENCE, FACT),
    ABSENCE_RESUMED("absence.resumed", Family.ABSENCE, FACT),
    WAGE_VALUE_ANNOUNCED("wage-value.announced", Family.WAGE_VALUE, FACT),
    WAGE_VALUE_DETERMINED("wage-value.determined", Family.WAGE_VALUE, DECISION),
    APPOINTMENT_CHANGED("appointment.changed", Family.APPOINTMENT, FACT),
    REGISTRATION_CHANGED("registration.changed", Family.CASE, FACT),
    PERSON_MOVED("person.moved", Family.CASE, FACT),
    PERSON_RENUMBERED("person.renumbered", Family.CASE, FACT),
    CONSENT_GIVEN("consent.given", Family.CONSENT, DECISION),
    CONSENT_WITHDRAWN("consent.withdrawn", Family.CONSENT, DECISION),
    SIGNAL_RAISED("signal.raised", Family.SIGNAL, OBSERVATION),
    NOTICE_ANSWERED("notice.answered", Family.CASE, DECISION),
    CLOCK_RANG("clock.rang", Family.CASE, FACT),
    STEP_OVERDUE("step.overdue", Family.CASE, FACT),
    NOTICE_EDITED("notice.edited", Family.CASE, FACT),
    HOLD_REVIEWED("hold.reviewed", Family.CASE, FACT);

    private static final String PREFIX = "eu.estafette.case.v1.";
    private static final String NOTIFY = ".notify.";
    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::shortName, type -> type));

    private final String shortName;
    private final Family family;
    private final Nature nature;

    EventType(String shortName, Family family, Nature nature) {
        this.shortName = shortName;
        this.family = family;
        this.nature = nature;
    }

    /** The name in tables and contracts: {@code referral.requested}. */
    public String shortName() {
        return shortName;
    }

    public Family family() {
        return family;
    }

    public Nature nature() {
        return nature;
    }

    /** The CloudEvents type: {@code eu.estafette.case.v1.referral.notify.requested} (Belgif: service, resource, method). */
    public String cloudEventType() {
        return PREFIX + shortName.replace(".", NOTIFY);
    }

    /** Whether this type may open a case (domain section 2, Opening). */
    public boolean opensCase() {
        return switch (this) {
            case REFERRAL_REQUESTED, ROLE_ASSIGNED, COACHING_APPLIED, COACHING_DECIDED -> true;
            default -> false;
        };
    }

    /** Whether a higher version is the next fact; of other types it corrects the one before. */
    public boolean isRepeatable() {
        return switch (this) {
            case EMPLOYMENT_CHANGED,
                    PLACEMENT_CHANGED,
                    APPOINTMENT_CHANGED,
                    REGISTRATION_CHANGED,
                    TRAINING_PROGRESSED,
                    COACHING_REPORTED,
                    PERSON_MOVED -> true;
            default -> false;
        };
    }

    /** Whether it makes no sense about an object that nobody told of yet (domain section 2, Moves). */
    public boolean needsOriginal() {
        return switch (this) {
            case REFERRAL_DECIDED,
                    PLACEMENT_CHANGED,
                    PLACEMENT_ENDED,
                    EMPLOYMENT_CHANGED,
                    EMPLOYMENT_ENDED,
                    ABSENCE_RESUMED -> true;
            default -> false;
        };
    }

    /** Whether it ends or decides something that can turn out to run on (domain section 2, Moves). */
    public boolean isReopenable() {
        return switch (this) {
            case REFERRAL_DECIDED,
                    COACHING_DECIDED,
                    ROLE_ENDED,
                    COACHING_ENDED,
                    PLACEMENT_ENDED,
                    EMPLOYMENT_ENDED,
                    ABSENCE_RESUMED -> true;
            default -> false;
        };
    }

    /** Whether it tells of the person; the hub's own events and answers tell of clocks, steps and notices. */
    public boolean isOfPartners() {
        return switch (this) {
            case NOTICE_ANSWERED, CLOCK_RANG, STEP_OVERDUE, NOTICE_EDITED, HOLD_REVIEWED -> false;
            default -> true;
        };
    }

    public static Optional<EventType> ofShortName(String shortName) {
        return Optional.ofNullable(BY_NAME.get(shortName));
    }

    public static Optional<EventType> ofCloudEventType(String type) {
        return type.startsWith(PREFIX) && type.contains(NOTIFY)
                ? ofShortName(type.substring(PREFIX.length()).replace(NOTIFY, "."))
                : Optional.empty();
    }
}
