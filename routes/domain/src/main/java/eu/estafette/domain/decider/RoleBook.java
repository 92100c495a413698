package eu.estafette.domain.decider;

import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Changes who holds which role because an event says so. One holder per role; a new one replaces the old. */
final class RoleBook {

    /** Held by being the person, by employing or by running the hub; nobody is assigned to them. */
    private static final Set<Role> NOT_ASSIGNABLE =
            EnumSet.of(Role.SUBJECT, Role.EMPLOYER, Role.WORKPLACE, Role.OPERATOR, Role.REGISTER);

    private RoleBook() {}

    /** Whether the event names a role that nobody can be assigned to. */
    static boolean isImpossible(CaseEvent event) {
        return isAboutRole(event)
                && role(event.data())
                        .filter(role -> !NOT_ASSIGNABLE.contains(role))
                        .isEmpty();
    }

    /** Whether it ends a role that somebody else holds by now, or nobody. */
    static boolean isPassedOn(CaseDraft draft, CaseEvent event) {
        return event.type() == EventType.ROLE_ENDED
                && endedBy(draft, event.data()).isEmpty();
    }

    private static Optional<Role> endedBy(CaseDraft draft, Fields data) {
        return role(data)
                .flatMap(draft::holder)
                .filter(held -> isMeant(held.holder(), data))
                .map(RoleHolder::role);
    }

    /** Changes the roles as a standing line does. */
    static void lay(CaseDraft draft, LineHistory line) {
        line.effects().claims().forEach(claim -> claim(draft, claim));
        switch (line.line().type()) {
            case ROLE_ASSIGNED ->
                role(line.content()).ifPresent(role -> replace(draft, role, assigned(role, line.content())));
            case ROLE_ENDED ->
                endedBy(draft, line.content()).ifPresent(role -> draft.roles().removeIf(held -> held.role() == role));
            default -> {}
        }
    }

    static void apply(CaseDraft draft, CaseEvent event) {
        if (event.type().opensCase()) {
            event.roles().forEach(claim -> claim(draft, claim));
        }
        if (event.type() == EventType.ROLE_ASSIGNED) {
            role(event.data()).ifPresent(role -> replace(draft, role, assigned(role, event.data())));
        }
        if (event.type() == EventType.ROLE_ENDED) {
            role(event.data()).ifPresent(role -> draft.roles().removeIf(held -> held.role() == role));
        }
    }

    /** Who sends the first referral is who referred. */
    static void refer(CaseDraft draft, Recipient sender) {
        draft.roles().add(new RoleHolder(Role.REFERRER, sender, Optional.empty(), Optional.empty()));
    }

    private static boolean isAboutRole(CaseEvent event) {
        return event.type() == EventType.ROLE_ASSIGNED || event.type() == EventType.ROLE_ENDED;
    }

    static Optional<Role> role(Fields data) {
        return data.code("role").flatMap(RoleBook::named);
    }

    static Optional<Role> named(String name) {
        for (Role role : Role.values()) {
            if (role != Role.REGISTER && role.name().equals(name)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static void claim(CaseDraft draft, RoleClaim claim) {
        boolean claimable =
                claim.role() != Role.SUBJECT && claim.role() != Role.OPERATOR && claim.role() != Role.REGISTER;
        if (claimable && draft.holder(claim.role()).isEmpty()) {
            draft.roles()
                    .add(new RoleHolder(
                            claim.role(),
                            new Recipient(claim.party(), claim.person()),
                            claim.coachKind(),
                            Optional.empty()));
        }
    }

    private static RoleHolder assigned(Role role, Fields data) {
        Recipient holder = new Recipient(new PartyId(data.text("party").orElse("")), data.text("person"));
        return new RoleHolder(role, holder, data.code("coachKind").flatMap(RoleBook::coachKind), Optional.empty());
    }

    private static Optional<CoachKind> coachKind(String name) {
        for (CoachKind kind : CoachKind.values()) {
            if (kind.name().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static void replace(CaseDraft draft, Role role, RoleHolder by) {
        List<RoleHolder> roles = draft.roles();
        for (int at = 0; at < roles.size(); at++) {
            if (roles.get(at).role() == role) {
                roles.set(at, by);
                return;
            }
        }
        roles.add(by);
    }

    /** Whether a standing ending says that somebody left this role since an event. */
    static boolean hasLeft(CaseDraft draft, RoleHolder holder, long since) {
        return draft.object(ObjectKey.CASE).stream()
                .flatMap(told -> told.lines().stream())
                .filter(line -> line.line().type() == EventType.ROLE_ENDED && line.stands())
                .filter(line -> line.told().filter(told -> told.since() > since).isPresent())
                .map(LineHistory::content)
                .anyMatch(ending ->
                        role(ending).filter(role -> role == holder.role()).isPresent()
                                && isMeant(holder.holder(), ending));
    }

    private static boolean isMeant(Recipient holder, Fields data) {
        return data.text("party").filter(holder.party().value()::equals).isPresent()
                && (data.text("person").isEmpty()
                        || holder.person().isEmpty()
                        || holder.person().equals(data.text("person")));
    }
}
