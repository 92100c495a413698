package eu.estafette.domain.decider;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.EventSpec;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the role in which a sender speaks (domain section 12, Sender rights). */
final class Speakers {

    private static final String REGISTER = Told.BY_REGISTER;

    private final Catalogue catalogue;
    private final PartyDirectory directory;

    Speakers(Catalogue catalogue, PartyDirectory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
    }

    /**
     * The speaker; absent if the party has no fitting role.
     *
     * @param after  roles with the event applied: who comes with an event may speak in it
     * @param before roles before it: so may who goes with it
     */
    Optional<Speaker> of(CaseEvent event, List<RoleHolder> after, List<RoleHolder> before) {
        Recipient sender = event.sender();
        if (sender.party().equals(PartyId.HUB)) {
            return Optional.of(Speaker.ofHub(sender));
        }
        EventSpec spec = catalogue.event(event.type());
        if (isRegister(event)) {
            return Optional.of(new Speaker(Optional.empty(), REGISTER, sender));
        }
        List<Role> roles = event.as().map(List::of).orElse(spec.senders());
        return held(roles, sender, after)
                .or(() -> held(roles, sender, before))
                .or(() -> event.type().opensCase() ? registered(roles, sender) : Optional.empty());
    }

    /** REGISTER if a register tells it; nothing of anybody else, who is known only when the event is applied. */
    String labelOfRegister(CaseEvent event) {
        return isRegister(event) ? REGISTER : "";
    }

    /** Whether a register tells it, which needs no role on the case. */
    private boolean isRegister(CaseEvent event) {
        return catalogue.event(event.type()).byRegister()
                && directory.isRegister(event.sender().party());
    }

    /** Who told something may also correct it or take it back, on the case or not. */
    static Optional<Speaker> again(Told told, Recipient sender) {
        return RoleBook.named(told.by()).map(role -> Speaker.in(role, sender));
    }

    private static Optional<Speaker> held(List<Role> roles, Recipient sender, List<RoleHolder> holders) {
        for (Role role : roles) {
            for (RoleHolder holder : holders) {
                if (holder.role() == role && speaksFor(sender, holder.holder())) {
                    return Optional.of(
                            Speaker.in(role, holder.holder().person().isPresent() ? holder.holder() : sender));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean speaksFor(Recipient sender, Recipient holder) {
        return holder.party().equals(sender.party())
                && (sender.person().isEmpty()
                        || holder.person().isEmpty()
                        || holder.person().equals(sender.person()));
    }

    private Optional<Speaker> registered(List<Role> roles, Recipient sender) {
        Set<Role> may = directory.rolesOf(sender.party());
        return roles.stream().filter(may::contains).findFirst().map(role -> Speaker.in(role, sender));
    }
}
