package eu.estafette.domain.table;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Sight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The effective rows of one ruleset on certain days: inherited, replaced and removed ones settled, ready to be asked. */
public final class NextStepTable {

    private final String name;
    private final Validity validity;
    private final Map<EventType, EventRows> byEvent;
    private final Map<String, Row> byId = new HashMap<>();
    private final Chain origin;
    private final Sight sight;
    private final List<PartyId> registers;

    NextStepTable(
            String name,
            Validity validity,
            List<Row> rows,
            Map<EventType, EventRows> byEvent,
            Chain origin,
            Sight sight,
            List<PartyId> registers) {
        this.name = name;
        this.validity = validity;
        this.byEvent = Map.copyOf(byEvent);
        this.origin = origin;
        this.sight = sight;
        this.registers = List.copyOf(registers);
        rows.forEach(row -> byId.put(row.id(), row));
    }

    /** The ruleset; of an override its own name. */
    public String name() {
        return name;
    }

    public Validity validity() {
        return validity;
    }

    /** The rows that fire on an event, in table order. */
    public List<Row> firing(EventType event, FactSource facts) {
        return byEvent.getOrDefault(event, EventRows.NONE).firing(facts);
    }

    /** For each row of an event, in table order, whether it fires and why. */
    public List<Verdict> explain(EventType event, FactSource facts) {
        return new Explaining(byEvent.getOrDefault(event, EventRows.NONE), facts).verdicts();
    }

    /** What the rows of an event ask, each fact once. */
    public List<Fact> asked(EventType event) {
        return byEvent.getOrDefault(event, EventRows.NONE).facts();
    }

    /** A row by its id; absent if this table has it no more. */
    public Optional<Row> row(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The steps that its rows can ask of a role on an event; who is named by what he did may hold any role. */
    Set<String> stepsAsked(EventType event, Role role) {
        return byId.values().stream()
                .filter(row -> row.on().contains(event))
                .filter(row -> row.who().chain().receivers().stream().anyMatch(receiver -> isMet(receiver, role)))
                .flatMap(row -> row.effects().stream())
                .flatMap(effect -> effect instanceof Effect.Act(String step) ? Stream.of(step) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static boolean isMet(Receiver receiver, Role role) {
        return switch (receiver) {
            case Receiver.OfRole(Role named) -> named == role;
            case Receiver.Nobody ignored -> false;
            case Receiver.Sender ignored -> true;
            case Receiver.Asker ignored -> true;
            case Receiver.Maker ignored -> true;
        };
    }

    /** The chain {@code @origin}: who is told of silence unless a row says otherwise. */
    public Chain origin() {
        return origin;
    }

    /** The registers that are told whose case goes by this table, and whose no longer does. */
    public List<PartyId> registers() {
        return registers;
    }

    /** Which views roles get under this ruleset. */
    public Sight sight() {
        return sight;
    }
}
