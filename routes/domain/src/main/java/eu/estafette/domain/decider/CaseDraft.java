package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.Ground;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A case while one event is being decided on it. Lives as long as that decision; what is not touched stays the same object. */
final class CaseDraft {

    private final CaseId id;
    private final int number;
    private final Instant openedAt;
    private final List<RoleHolder> roles;
    private final List<OpenStep> steps;
    private final Map<ObjectKey, CaseObject> objects;
    private final Map<Line, List<SentNotice>> sent;
    private String ruleset;
    private Phase resting;
    private Coaching coaching;
    private int notices;
    private long events;
    private Timers timers;
    private Waiting waiting;
    private Consents consents;
    private final Ground ground;
    private final LocalDate today;

    /** @param today the day of decision */
    CaseDraft(Case before, LocalDate today) {
        this.id = before.id();
        this.number = before.number();
        this.openedAt = before.openedAt();
        this.ruleset = before.ruleset();
        this.resting = before.resting();
        this.coaching = before.coaching();
        this.roles = new ArrayList<>(before.roles());
        this.steps = new ArrayList<>(before.steps());
        this.objects = new HashMap<>(before.objects());
        this.sent = new HashMap<>(before.sent());
        this.notices = before.notices();
        this.events = before.events();
        this.timers = before.timers();
        this.waiting = before.waiting();
        this.consents = before.consents();
        this.ground = before.ground();
        this.today = today;
    }

    static CaseDraft opened(CaseId id, String ruleset, Instant now) {
        Case opened = new Case(
                id, 1, ruleset, now, Phase.ORIENTATION, Coaching.NONE, List.of(), List.of(), 0, 0, Map.of(), Map.of());
        return new CaseDraft(opened, Days.of(now));
    }

    LocalDate today() {
        return today;
    }

    Case toCase() {
        return new Case(
                id, number, ruleset, openedAt, resting, coaching, roles, steps, notices, events, objects, sent, timers,
                waiting, consents, ground);
    }

    String ruleset() {
        return ruleset;
    }

    void rule(String by) {
        ruleset = by;
    }

    Phase phase() {
        return Phase.of(objects.values(), coaching, resting);
    }

    Phase resting() {
        return resting;
    }

    void rest(Phase in) {
        resting = in;
    }

    Coaching coaching() {
        return coaching;
    }

    void coach(Coaching now) {
        coaching = now;
    }

    /** The role list itself, for those who change roles. */
    List<RoleHolder> roles() {
        return roles;
    }

    Optional<RoleHolder> holder(Role role) {
        for (RoleHolder held : roles) {
            if (held.role() == role) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    Optional<CaseObject> object(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    Collection<CaseObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** The open objects of a family, those that started first first. */
    List<CaseObject> open(Family family) {
        List<CaseObject> open = new ArrayList<>();
        for (CaseObject object : objects.values()) {
            if (object.open() && object.isOf(family)) {
                open.add(object);
            }
        }
        open.sort(Comparator.comparing((CaseObject object) ->
                        object.content().date("startDate").orElse(LocalDate.MAX))
                .thenComparing(object -> object.key().key()));
        return open;
    }

    void put(CaseObject object) {
        objects.put(object.key(), object.changedOn(today));
    }

    /** The step list itself, for those who open and close steps. */
    List<OpenStep> steps() {
        return steps;
    }

    void countEvent() {
        events++;
    }

    /** Of the event being decided, once it is counted. */
    long sequence() {
        return events;
    }

    Ground ground() {
        return ground;
    }

    int nextNotice() {
        notices++;
        return notices;
    }

    /** Remembers a notice under the line whose content it carries. */
    void remember(Line line, SentNotice notice) {
        List<SentNotice> known = sent.getOrDefault(line, List.of());
        SentNotice[] more = known.toArray(new SentNotice[known.size() + 1]);
        more[known.size()] = notice;
        sent.put(line, Collections.unmodifiableList(Arrays.asList(more)));
    }

    Map<Line, List<SentNotice>> sent() {
        return Collections.unmodifiableMap(sent);
    }

    void replaceSent(Line line, List<SentNotice> now) {
        sent.put(line, List.copyOf(now));
    }

    Timers timers() {
        return timers;
    }

    void time(Timers now) {
        timers = now;
    }

    Waiting waiting() {
        return waiting;
    }

    void hold(Waiting now) {
        waiting = now;
    }

    Consents consents() {
        return consents;
    }

    void consent(Consents now) {
        consents = now;
    }
}
