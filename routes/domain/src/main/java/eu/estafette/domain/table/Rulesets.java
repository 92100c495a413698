package eu.estafette.domain.table;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All next-step tables. What is loaded has been checked as a whole; a table with a fault never decides anything. */
public final class Rulesets {

    private final Map<String, List<NextStepTable>> byName;
    private final Map<String, List<PartyTables>> overrides;
    private final Set<String> forCases;
    private final List<RulesetFile> files;

    private Rulesets(
            Map<String, List<NextStepTable>> byName,
            Map<String, List<PartyTables>> overrides,
            Set<String> forCases,
            List<RulesetFile> files) {
        this.files = List.copyOf(files);
        this.byName = byName;
        this.overrides = overrides;
        this.forCases = forCases;
    }

    /** The versions of a table that wins where a party holds a role. */
    private record PartyTables(ForParty wins, List<NextStepTable> versions) {}

    /**
     * Loads tables from texts.
     *
     * @throws RulesetException with everything that is wrong with them
     */
    public static Rulesets load(List<RulesetSource> sources, Catalogue catalogue) {
        Faults faults = new Faults();
        Rulesets rulesets = build(sources, catalogue, faults);
        if (faults.count() > 0) {
            throw new RulesetException(faults.list());
        }
        return rulesets;
    }

    /** What is wrong with tables; empty if they can be used. */
    public static List<RulesetFault> check(List<RulesetSource> sources, Catalogue catalogue) {
        Faults faults = new Faults();
        build(sources, catalogue, faults);
        return faults.list();
    }

    /** What is wrong with the tables in view of the parties; empty if they can be used together. */
    public List<RulesetFault> faultsWith(PartyDirectory parties) {
        List<RulesetFault> faults = new ArrayList<>();
        for (RulesetFile file : files) {
            file.header().registers().ifPresent(named -> named.parties().stream()
                    .filter(party -> !parties.isRegister(party))
                    .forEach(party -> faults.add(new RulesetFault(
                            file.file(),
                            named.line(),
                            "",
                            RulesetFault.Kind.UNKNOWN_REGISTER,
                            parties.knows(party)
                                    ? party + " is no register: its file needs roles: [REGISTER]"
                                    : "there is no party " + party))));
        }
        return faults;
    }

    /**
     * Refuses tables that name registers which are not there.
     *
     * @throws RulesetException with everything that is wrong with them
     */
    public Rulesets requireFor(PartyDirectory parties) {
        List<RulesetFault> faults = faultsWith(parties);
        if (!faults.isEmpty()) {
            throw new RulesetException(faults);
        }
        return this;
    }

    private static Rulesets build(List<RulesetSource> sources, Catalogue catalogue, Faults faults) {
        FactCatalogue facts = new FactCatalogue(catalogue);
        List<RulesetFile> files = new ArrayList<>();
        sources.forEach(source ->
                new RulesetFileParser(catalogue, facts, faults).parse(source).ifPresent(files::add));
        TableBuilder builder = new TableBuilder(catalogue, facts, faults);
        Map<String, List<NextStepTable>> byName = new HashMap<>();
        Map<String, List<PartyTables>> overrides = new HashMap<>();
        Set<String> forCases = new TreeSet<>();
        for (Lineage lineage : new Pedigree(files, faults).lineages()) {
            Header header = lineage.self().header();
            NextStepTable table = builder.build(lineage);
            byName.computeIfAbsent(header.name(), ignored -> new ArrayList<>()).add(table);
            header.override().ifPresent(wins -> overrides
                    .computeIfAbsent(header.parent().orElseThrow(), ignored -> new ArrayList<>())
                    .add(new PartyTables(wins, byName.getOrDefault(header.name(), List.of()))));
            if (header.override().isEmpty()) {
                forCases.add(header.name());
            }
        }
        files.stream()
                .filter(file -> file.header().parent().isEmpty() && isExtended(file, files))
                .forEach(root -> forCases.remove(root.header().name()));
        return new Rulesets(byName, overrides, Set.copyOf(forCases), files);
    }

    /** A root that others build on is what they share, not a table for cases. */
    private static boolean isExtended(RulesetFile root, List<RulesetFile> files) {
        return files.stream()
                .anyMatch(file ->
                        file.header().parent().equals(Optional.of(root.header().name())));
    }

    /** The rulesets that a case can have; overrides and what is only there to be extended are not among them. */
    public Set<String> names() {
        return new TreeSet<>(forCases);
    }

    /** The steps that some table can ask of a role on an event, whatever the case. */
    public Set<String> stepsAsked(EventType event, Role role) {
        Set<String> steps = new TreeSet<>();
        byName.values().stream().flatMap(List::stream).forEach(table -> steps.addAll(table.stepsAsked(event, role)));
        return steps;
    }

    /** Whether any table names registers. */
    public boolean nameRegisters() {
        return files.stream().anyMatch(file -> file.header().registers().isPresent());
    }

    public boolean has(String ruleset) {
        return forCases.contains(ruleset);
    }

    /**
     * The table that decides about a case: that of its ruleset, or the override of a party on the case.
     *
     * @param day   the day of decision, which picks the version
     * @param roles who is on the case
     */
    public Optional<NextStepTable> tableFor(String ruleset, LocalDate day, Collection<RoleHolder> roles) {
        for (PartyTables override : overrides.getOrDefault(ruleset, List.of())) {
            if (override.wins().isOn(roles)) {
                Optional<NextStepTable> table = valid(override.versions(), day);
                if (table.isPresent()) {
                    return table;
                }
            }
        }
        return has(ruleset) ? valid(byName.getOrDefault(ruleset, List.of()), day) : Optional.empty();
    }

    private static Optional<NextStepTable> valid(List<NextStepTable> versions, LocalDate day) {
        for (NextStepTable table : versions) {
            if (table.validity().contains(day)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }
}
