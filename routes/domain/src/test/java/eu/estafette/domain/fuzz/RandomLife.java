package eu.estafette.domain.fuzz;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.EventSpec;
import eu.estafette.domain.catalogue.FieldSpec;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is told of one person, message by message: mostly what fits the case as it is, with the corrections, withdrawals, reopenings, repetitions
 * and late messages of life, and messages that fit nothing.
 */
final class RandomLife {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Catalogue catalogue;
    private final RandomParties parties;
    private final Chance chance;
    private final RandomValues values;
    private final Mix mix;
    private final double trouble;
    private final String ruleset;
    private final Due due = new Due();
    private final List<CaseEvent> told = new ArrayList<>();
    private Instant now;
    private int number;

    /** @param trouble by how much messages out of line are more frequent than in life */
    RandomLife(
            Catalogue catalogue, Set<String> rulesets, RandomParties parties, Chance chance, Mix mix, double trouble) {
        this.catalogue = catalogue;
        this.parties = parties;
        this.chance = chance;
        this.values = new RandomValues(catalogue, chance);
        this.mix = mix;
        this.trouble = trouble;
        this.ruleset = chance.of(List.copyOf(new TreeSet<>(rulesets)));
        this.now = LocalDate.of(2026, 1, 5)
                .plusDays(chance.between(0, 300))
                .atTime(9, 0)
                .atZone(ZONE)
                .toInstant();
    }

    Instant now() {
        return now;
    }

    /** The next message; what the hub itself raises is due when it comes. */
    CaseEvent next(Optional<Case> file) {
        number++;
        if (file.isEmpty() && !chance.in(0.03 * trouble)) {
            return told(opener());
        }
        pass(file);
        Optional<CaseEvent> raised = file.flatMap(this::raised);
        if (raised.isPresent()) {
            return raised.get();
        }
        if (!told.isEmpty() && chance.in(0.02 * trouble)) {
            return chance.of(told);
        }
        EventType type = mix.draw(chance);
        if (type == EventType.NOTICE_ANSWERED) {
            return file.flatMap(this::answer).orElseGet(() -> told(of(EventType.APPOINTMENT_CHANGED, file)));
        }
        while (!type.isOfPartners() || type == EventType.NOTICE_ANSWERED) {
            type = mix.draw(chance);
        }
        return told(of(type, file));
    }

    private CaseEvent told(CaseEvent event) {
        told.add(event);
        return event;
    }

    /** Time goes on, by minutes or weeks, and stops where something is due. */
    private void pass(Optional<Case> file) {
        Instant later =
                now.plusSeconds(60L * (chance.in(0.4) ? chance.between(0, 300) : chance.between(0, 60 * 24 * 12)));
        Instant next = file.flatMap(due::next).orElse(Instant.MAX);
        now = next.isBefore(later) ? (next.isAfter(now) ? next : now) : later;
    }

    /** What falls due; now and then what no longer is, as a ring does that was overtaken. */
    private Optional<CaseEvent> raised(Case file) {
        return due.next(file).filter(next -> !next.isAfter(now)).map(next -> due.events(file, now)
                .getFirst());
    }

    private LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    private CaseEvent opener() {
        List<RoleClaim> claims = new ArrayList<>();
        for (Role role : parties.assignable()) {
            if (chance.in(0.45)) {
                claims.add(claim(role));
            }
        }
        if (chance.in(0.1)) {
            claims.add(claim(Role.EMPLOYER));
        }
        EventType type = chance.of(List.of(
                EventType.REFERRAL_REQUESTED,
                EventType.REFERRAL_REQUESTED,
                EventType.ROLE_ASSIGNED,
                EventType.COACHING_APPLIED,
                EventType.COACHING_DECIDED));
        Role role = chance.of(catalogue.event(type).senders());
        PartyId sender = parties.holders(role).isEmpty() ? new PartyId("vdab") : chance.of(parties.holders(role));
        return event(
                type,
                Recipient.of(sender),
                Action.ORIGINAL,
                "K" + chance.between(1, 3),
                1,
                fields(type, List.of()),
                claims);
    }

    private RoleClaim claim(Role role) {
        return new RoleClaim(role, chance.of(parties.holders(role)), person(role), kind(role));
    }

    private Optional<String> person(Role role) {
        return role == Role.COACH || chance.in(0.15) ? Optional.of("p" + chance.between(1, 3)) : Optional.empty();
    }

    private Optional<CoachKind> kind(Role role) {
        return role == Role.COACH ? Optional.of(chance.of(List.of(CoachKind.values()))) : Optional.empty();
    }

    private CaseEvent of(EventType type, Optional<Case> file) {
        List<CaseObject> known = file.stream()
                .flatMap(each -> each.objects().values().stream())
                .sorted(java.util.Comparator.comparing(object -> object.key().toString()))
                .toList();
        List<CaseObject> ofFamily =
                known.stream().filter(object -> object.isOf(type.family())).toList();
        boolean another = ofFamily.isEmpty() || chance.in(type.needsOriginal() ? 0.04 : 0.4);
        String key =
                another ? "K" + chance.between(1, 4) : chance.of(ofFamily).key().key();
        PartyId sender = sender(type, file);
        String source = source(sender);
        Optional<LineHistory> line = known.stream()
                .flatMap(object -> object.lines().stream())
                .filter(each -> each.line().type() == type
                        && each.line().businessKey().equals(key)
                        && each.line().source().equals(source))
                .findFirst();
        int highest = line.map(LineHistory::highest).orElse(0);
        Action action = action(type, highest);
        int version = Math.max(
                1, highest + (action == Action.ORIGINAL && !chance.in(0.02 * trouble) ? 1 : chance.between(0, 2)));
        if (highest > 1 && chance.in(0.005 * trouble)) {
            version = highest - 1;
        }
        boolean bare = action == Action.WITHDRAWAL || action == Action.REOPENING;
        return event(
                type, Recipient.of(sender), action, key, version, bare ? Fields.NONE : fields(type, known), List.of());
    }

    private Action action(EventType type, int highest) {
        if (chance.in(0.04 * trouble)) {
            return Action.CORRECTION;
        }
        if (chance.in((highest > 0 ? 0.02 : 0.01) * trouble)) {
            return Action.WITHDRAWAL;
        }
        return type.isReopenable() && chance.in(0.02 * trouble) ? Action.REOPENING : Action.ORIGINAL;
    }

    /** Mostly somebody who holds a fitting role on the case. */
    private PartyId sender(EventType type, Optional<Case> file) {
        EventSpec spec = catalogue.event(type);
        if (spec.byRegister() && chance.in(0.4)) {
            return new PartyId(chance.of(RandomParties.REGISTERS));
        }
        List<PartyId> fitting = file.stream()
                .flatMap(each -> each.roles().stream())
                .filter(held -> spec.senders().contains(held.role()))
                .map(held -> held.holder().party())
                .toList();
        if (!fitting.isEmpty() && chance.in(0.95)) {
            return chance.of(fitting);
        }
        List<PartyId> registered = parties.all().stream()
                .filter(party -> parties.rolesOf(party).stream().anyMatch(spec.senders()::contains))
                .toList();
        return chance.of(registered);
    }

    private Fields fields(EventType type, List<CaseObject> known) {
        Fields fields = Fields.NONE;
        for (FieldSpec spec : catalogue.event(type).fields().values()) {
            if (!spec.optional() || chance.in(0.5)) {
                fields = fields.with(spec.name(), field(type, spec, known));
            }
        }
        return type == EventType.ROLE_ASSIGNED || type == EventType.ROLE_ENDED ? aboutRole(type, fields) : fields;
    }

    private Object field(EventType type, FieldSpec spec, List<CaseObject> known) {
        return switch (spec.name()) {
            case "employmentKey", "placementKey" -> {
                String family = spec.name().replace("Key", "");
                List<String> keys = known.stream()
                        .filter(object -> object.key().family().equals(family))
                        .map(object -> object.key().key())
                        .toList();
                yield keys.isEmpty() ? "K" + chance.between(1, 4) : chance.of(keys);
            }
            case "kind" ->
                type == EventType.ABSENCE_REPORTED && chance.in(0.6)
                        ? (chance.in(0.5) ? "SICK" : "NO_SHOW")
                        : values.of(spec, today());
            default -> values.of(spec, today());
        };
    }

    private Fields aboutRole(EventType type, Fields fields) {
        Role role = chance.of(parties.assignable());
        Fields about = fields.with("role", role.name())
                .with("party", chance.of(parties.holders(role)).value());
        return person(role).map(person -> about.with("person", person)).orElse(about);
    }

    /** A receipt or an answer to one of the last notices; now and then to another, or by somebody else. */
    private Optional<CaseEvent> answer(Case file) {
        List<SentNotice> sent =
                file.sent().values().stream().flatMap(List::stream).toList();
        if (sent.isEmpty()) {
            return Optional.empty();
        }
        SentNotice notice = waitingOr(sent);
        Optional<OpenStep> step = file.steps().stream()
                .filter(open -> open.notice().isPresent() && chance.in(0.5))
                .findFirst();
        boolean business = chance.in(0.27);
        int sequence = business && step.isPresent() ? step.get().notice().orElseThrow() : notice.sequence();
        PartyId party = business && step.isPresent()
                ? step.get().holder().party()
                : notice.recipient().party();
        Fields data = Fields.of("noticeSequence", sequence).with("noticeId", "N" + sequence);
        Fields all = business ? answer(data) : receipt(data, notice);
        String key = sequence + "|" + all.code("level").orElseThrow() + "|" + number;
        PartyId sender = chance.in(0.01) ? chance.of(parties.all()) : party;
        return Optional.of(
                event(EventType.NOTICE_ANSWERED, Recipient.of(sender), Action.ORIGINAL, key, 1, all, List.of()));
    }

    private SentNotice waitingOr(List<SentNotice> sent) {
        List<SentNotice> waiting =
                sent.stream().filter(each -> !each.delivered()).toList();
        return waiting.isEmpty() || chance.in(0.05) ? chance.of(sent) : chance.of(waiting);
    }

    private Fields receipt(Fields data, SentNotice notice) {
        Fields receipt = data.with("level", chance.in(0.8) ? "TRANSPORT" : "RECEPTION");
        if (notice.recalled().isPresent() && chance.in(0.8)) {
            return receipt.with("outcome", "DECLINED")
                    .with("reason", Code.own(chance.in(0.5) ? "WITHDRAWN" : "TOO_LATE"));
        }
        return chance.in(0.03)
                ? receipt.with("outcome", "DECLINED").with("reason", Code.own("OTHER"))
                : receipt.with("outcome", "ACCEPTED");
    }

    private Fields answer(Fields data) {
        String outcome =
                chance.of(List.of("ACCEPTED", "ACCEPTED", "DONE", "DONE", "DECLINED", "NEEDS_INFO", "HANDED_ON"));
        Fields answer = data.with("level", "BUSINESS").with("outcome", outcome);
        if (outcome.equals("HANDED_ON") && chance.in(0.95)) {
            return answer.with("to", chance.of(List.of(Role.values())).name());
        }
        return outcome.equals("DECLINED") && chance.in(0.7) ? answer.with("reason", Code.own("NOT_NOW")) : answer;
    }

    private static String source(PartyId sender) {
        return "urn:estafette:party:" + sender;
    }

    private CaseEvent event(
            EventType type,
            Recipient sender,
            Action action,
            String key,
            int version,
            Fields data,
            List<RoleClaim> roles) {
        return new CaseEvent(
                "event-" + number,
                source(sender.party()),
                type,
                now,
                sender,
                Optional.empty(),
                action,
                key,
                version,
                today().minusDays(chance.in(0.8) ? 0 : chance.between(1, 10)),
                chance.in(0.004 * trouble),
                Integer.toHexString(data.hashCode()),
                type.opensCase() && chance.in(0.8) ? Optional.of(ruleset) : Optional.empty(),
                roles,
                data);
    }
}
