package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * EMPLOYER and WORKPLACE: they come with an employment or placement whose parties the hub knows, and end with it (domain section 2,
 * invariant 2). Who lends the work floor for a placement without a formal employer is its EMPLOYER.
 */
final class WorkRoles {

    private final PartyDirectory directory;

    WorkRoles(PartyDirectory directory) {
        this.directory = directory;
    }

    void follow(CaseDraft draft, ObjectKey key) {
        Optional<CaseObject> work = draft.object(key).filter(object -> isWork(object));
        if (work.isPresent()) {
            List<RoleHolder> holders = work.get().open() ? holders(work.get()) : List.of();
            draft.roles().removeIf(held -> held.isFor(key) && !holders.contains(held));
            holders.forEach(holder -> add(draft.roles(), holder));
        }
    }

    /** Adds those of work that is told of, to roles as they were before it; work that has ended leaves nobody. */
    void lay(List<RoleHolder> roles, CaseObject work) {
        if (isWork(work)) {
            for (RoleHolder holder : holders(work)) {
                add(roles, holder);
                if (!work.open()) {
                    roles.remove(holder);
                }
            }
        }
    }

    private static void add(List<RoleHolder> roles, RoleHolder holder) {
        // what an opener claimed counts only until the work itself tells
        roles.removeIf(held -> held.role() == holder.role() && held.object().isEmpty());
        if (!roles.contains(holder)) {
            roles.add(holder);
        }
    }

    private static boolean isWork(CaseObject object) {
        return object.isOf(Family.EMPLOYMENT) || object.isOf(Family.PLACEMENT);
    }

    private List<RoleHolder> holders(CaseObject work) {
        Fields content = work.content();
        boolean placement = work.isOf(Family.PLACEMENT);
        boolean lent = placement && content.has("formalEmployer");
        Optional<PartyId> floor = party(content, placement ? "host" : "workplace");
        Optional<PartyId> employer =
                placement ? (lent ? party(content, "formalEmployer") : floor) : party(content, "employer");
        List<RoleHolder> holders = new ArrayList<>();
        employer.ifPresent(party -> holders.add(holder(Role.EMPLOYER, party, work)));
        floor.filter(party -> !employer.equals(Optional.of(party)))
                .ifPresent(party -> holders.add(holder(Role.WORKPLACE, party, work)));
        return holders;
    }

    private Optional<PartyId> party(Fields content, String field) {
        return content.party(field).flatMap(directory::find);
    }

    private static RoleHolder holder(Role role, PartyId party, CaseObject work) {
        return new RoleHolder(role, Recipient.of(party), Optional.empty(), Optional.of(work.key()));
    }
}
