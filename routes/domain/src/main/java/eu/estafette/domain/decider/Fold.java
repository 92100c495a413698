package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Effects.Rest;
import eu.estafette.domain.cases.Ground;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out roles, coaching and resting phase from what the standing lines tell, in order of acceptance, laid over the ground of the case.
 * Ordinary events change them step by step to the same end; this is for when something in between was changed or taken back.
 */
final class Fold {

    private final WorkRoles workRoles;

    Fold(WorkRoles workRoles) {
        this.workRoles = workRoles;
    }

    /** A standing line and the object it tells of. */
    private record Layer(CaseObject object, LineHistory line) {

        long since() {
            return line.told().orElseThrow().since();
        }
    }

    void roles(CaseDraft draft) {
        List<RoleHolder> known = List.copyOf(draft.roles());
        Ground ground = draft.ground();
        draft.roles().clear();
        draft.roles().addAll(ground.roles());
        draft.coach(ground.coaching());
        Set<ObjectKey> laid = new HashSet<>();
        boolean referred = false;
        for (Layer layer : layers(draft)) {
            EventType type = layer.line.line().type();
            RoleBook.lay(draft, layer.line);
            if (type == EventType.REFERRAL_REQUESTED) {
                if (!referred && draft.holder(Role.REFERRER).isEmpty()) {
                    layer.line.effects().referrer().ifPresent(sender -> RoleBook.refer(draft, sender));
                }
                referred = true;
            }
            if (laid.add(layer.object.key())) {
                workRoles.lay(draft.roles(), layer.object);
            }
            draft.coach(Application.coaching(draft.coaching(), type, layer.line.content()));
        }
        keepIfSame(draft, known);
    }

    void resting(CaseDraft draft) {
        Optional<Rest> last = draft.objects().stream()
                .flatMap(object -> object.lines().stream())
                .filter(LineHistory::stands)
                .flatMap(line -> line.effects().rest().stream())
                .max(Comparator.comparing(Rest::at));
        draft.rest(last.map(Rest::phase).orElse(draft.ground().resting()));
    }

    /** The order of holders means nothing; as it was it need not be explained. */
    private static void keepIfSame(CaseDraft draft, List<RoleHolder> known) {
        if (draft.roles().size() == known.size() && known.containsAll(draft.roles())) {
            draft.roles().clear();
            draft.roles().addAll(known);
        }
    }

    private static List<Layer> layers(CaseDraft draft) {
        List<Layer> layers = new ArrayList<>();
        for (CaseObject object : draft.objects()) {
            for (LineHistory line : object.lines()) {
                if (line.stands() && line.line().type().isOfPartners()) {
                    layers.add(new Layer(object, line));
                }
            }
        }
        layers.sort(Comparator.comparing(Layer::since));
        return layers;
    }
}
