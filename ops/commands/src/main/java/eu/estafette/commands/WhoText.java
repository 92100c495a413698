package eu.estafette.commands;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Chain;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Receiver;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.view.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whom a row means on a sample case: of each of its groups the first one present, and for an inform row what that one may see. */
final class WhoText {

    private static final String NOBODY = "nobody";

    private final Catalogue catalogue;
    private final NextStepTable table;
    private final EventType event;
    private final SampleCase sample;

    WhoText(Catalogue catalogue, NextStepTable table, EventType event, SampleCase sample) {
        this.catalogue = catalogue;
        this.table = table;
        this.event = event;
        this.sample = sample;
    }

    /** Empty if the row is for nobody's eyes, such as one that starts a clock. */
    String of(Row row) {
        if (row.who().groups().isEmpty()) {
            return "";
        }
        String present = row.who().groups().stream()
                .flatMap(group -> first(group, row).stream())
                .collect(Collectors.joining(" + "));
        return present.isEmpty() ? NOBODY : present;
    }

    private Optional<String> first(Chain group, Row row) {
        return group.receivers().stream()
                .flatMap(receiver -> present(receiver, row).stream())
                .findFirst()
                .filter(name -> !name.equals(NOBODY));
    }

    private Optional<String> present(Receiver receiver, Row row) {
        return switch (receiver) {
            case Receiver.OfRole(Role role)
            when role == Role.OPERATOR -> Optional.of(row.isAct() ? "no owner" : NOBODY);
            case Receiver.OfRole(Role role) ->
                sample.holder(role).map(holder -> role + " " + holder.holder() + sees(role, row));
            case Receiver.Sender ignored -> sender(row);
            case Receiver.Asker ignored -> Optional.of("who asked for it");
            case Receiver.Maker ignored -> Optional.of("who made the appointment");
            case Receiver.Nobody ignored -> Optional.of(NOBODY);
        };
    }

    /** A register sends, but in no role of the case. */
    private Optional<String> sender(Row row) {
        if (sample.sender().isEmpty()) {
            return sample.facts().containsKey("by") ? Optional.empty() : Optional.of("the sender");
        }
        Role role = sample.sender().get();
        String name = sample.holder(role).map(holder -> " " + holder.holder()).orElse(", the sender");
        return Optional.of(role + name + sees(role, row));
    }

    private String sees(Role role, Row row) {
        for (Effect effect : row.effects()) {
            if (effect instanceof Effect.InformView(String name)) {
                return " (" + seen(role, catalogue.views().named(name).stream().toList()) + ")";
            }
            if (effect instanceof Effect.InformOwn) {
                return " (" + seen(role, catalogue.views().familyOf(event)) + ")";
            }
        }
        return "";
    }

    /** As the hub chooses: the widest that needs no consent, else it waits for that. */
    private String seen(Role role, List<View> widestFirst) {
        Optional<View> open = widestFirst.stream()
                .filter(view -> table.sight().mayRead(view, role))
                .findFirst();
        Optional<View> closed = widestFirst.stream()
                .filter(view -> table.sight().mightRead(view, role))
                .findFirst();
        return open.map(View::name)
                .or(() -> closed.map(view -> view.name() + " after consent"))
                .orElse("sees nothing");
    }
}
