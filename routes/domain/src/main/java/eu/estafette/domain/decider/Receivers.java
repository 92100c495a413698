package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Receiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds who, on this case, is meant by a receiver of a row. */
final class Receivers {

    private final Turn turn;
    private final ObjectKey about;
    private final Fields content;

    private Receivers(Turn turn, ObjectKey about, Fields content) {
        this.turn = turn;
        this.about = about;
        this.content = content;
    }

    /** For what the event itself is about. */
    static Receivers of(Turn turn) {
        return new Receivers(turn, turn.object(), turn.content());
    }

    /** For a step about another object of the case. */
    static Receivers about(Turn turn, ObjectKey object) {
        return object.equals(turn.object())
                ? of(turn)
                : new Receivers(
                        turn,
                        object,
                        turn.draft().object(object).map(CaseObject::content).orElse(Fields.NONE));
    }

    /** Everybody meant, the one to act first; empty if nobody is there. NOBODY is never there. */
    List<Holding> all(Receiver receiver) {
        return switch (receiver) {
            case Receiver.OfRole ofRole -> inRole(ofRole.role());
            case Receiver.Sender ignored -> sender();
            case Receiver.Asker ignored -> asker();
            case Receiver.Maker ignored ->
                Appointments.missed(turn).stream()
                        .flatMap(missed -> maker(missed).stream())
                        .distinct()
                        .toList();
            case Receiver.Nobody ignored -> List.of();
        };
    }

    Optional<Holding> first(Receiver receiver) {
        List<Holding> all = all(receiver);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    List<Holding> inRole(Role role) {
        return switch (role) {
            case OPERATOR -> List.of(Holding.OPERATOR);
            case SUBJECT -> List.of();
            case EMPLOYER, WORKPLACE -> atWork(role);
            default -> {
                Optional<RoleHolder> held = turn.draft().holder(role);
                yield held.isPresent() ? List.of(new Holding(role, held.get().holder())) : List.of();
            }
        };
    }

    private List<Holding> sender() {
        return turn.speaker()
                .role()
                .map(role -> List.of(new Holding(role, turn.speaker().sender())))
                .orElse(List.of());
    }

    private List<Holding> asker() {
        return turn.draft().object(about).flatMap(this::maker).map(List::of).orElse(List.of());
    }

    /** Who asked for, raised or made something, as its role is held now; nobody where that role ended since. */
    Optional<Holding> maker(CaseObject made) {
        return made.asker()
                .flatMap(maker -> inRole(maker.role()).stream().findFirst().or(() -> {
                    boolean left = RoleBook.hasLeft(turn.draft(), maker, since(made));
                    return left ? Optional.empty() : Optional.of(new Holding(maker.role(), maker.holder()));
                }));
    }

    private static long since(CaseObject made) {
        return made.lines().stream()
                .flatMap(line -> line.told().stream())
                .mapToLong(Told::since)
                .min()
                .orElse(0);
    }

    /** Those of the work in question, also if it ends with this event; if none is named, of all that is open, the first started first. */
    private List<Holding> atWork(Role role) {
        Optional<ObjectKey> work = Work.named(turn.draft(), about, content);
        List<RoleHolder> present = new ArrayList<>(turn.draft().roles());
        turn.roles().gone().stream()
                .filter(held -> work.filter(held::isFor).isPresent())
                .forEach(present::add);
        return present.stream()
                .filter(held -> held.role() == role)
                .filter(held -> held.object().isEmpty() || work.map(held::isFor).orElse(true))
                .sorted(Comparator.comparing(this::start))
                .map(held -> new Holding(role, held.holder()))
                .distinct()
                .toList();
    }

    private LocalDate start(RoleHolder held) {
        return held.object()
                .flatMap(turn.draft()::object)
                .flatMap(object -> object.content().date("startDate"))
                .orElse(LocalDate.MAX);
    }
}
