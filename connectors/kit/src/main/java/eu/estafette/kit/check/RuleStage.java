package eu.estafette.kit.check;

import eu.estafette.domain.catalogue.EventSpec;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;

/** Third stage: what the registry and the rulesets forbid. Whatever depends on the case is the router's to say. */
final class RuleStage {

    /** They follow from the person, from employments and placements, and from the hub. */
    private static final Set<Role> NOT_ASSIGNED =
            EnumSet.of(Role.SUBJECT, Role.EMPLOYER, Role.WORKPLACE, Role.OPERATOR, Role.REGISTER);

    private static final Set<EventType> REOPENABLE = EnumSet.of(
            EventType.REFERRAL_DECIDED,
            EventType.ROLE_ENDED,
            EventType.COACHING_DECIDED,
            EventType.COACHING_ENDED,
            EventType.PLACEMENT_ENDED,
            EventType.EMPLOYMENT_ENDED,
            EventType.ABSENCE_RESUMED);

    private final PartyDirectory parties;
    private final Set<String> rulesets;
    private final IdentifierMode mode;

    RuleStage(PartyDirectory parties, Set<String> rulesets, IdentifierMode mode) {
        this.parties = parties;
        this.rulesets = Set.copyOf(rulesets);
        this.mode = mode;
    }

    Findings check(Identified identified, EventSpec spec) {
        Draft draft = identified.draft();
        Findings findings = new Findings(Stage.RULE, draft.message());
        if (mode == IdentifierMode.PRODUCTION) {
            identified
                    .testNumbers()
                    .forEach(path ->
                            findings.field("testNumber", path, "is a number for tests, which this hub does not take"));
        }
        DateOrder.check(draft.content(), findings);
        action(draft, findings);
        speaker(draft, spec, findings);
        ruleset(draft, findings);
        claims(draft, findings);
        assignment(draft, findings);
        ContentWalk.visit(draft.content(), (record, path) -> namedParty(record, path, findings));
        return findings;
    }

    private static void action(Draft draft, Findings findings) {
        EventType type = draft.attributes().type();
        if (draft.envelope().action() == Action.REOPENING && !REOPENABLE.contains(type)) {
            findings.field("notReopenable", "data.action", "REOPENING", "only an ending or a decision can be reopened");
        }
    }

    private void speaker(Draft draft, EventSpec spec, Findings findings) {
        Optional<Role> as = draft.envelope().as().map(Role::valueOf);
        as.filter(role -> !holds(draft.sender().id(), role) || !spec.senders().contains(role))
                .ifPresent(role -> findings.field(
                        "roleNotHeld",
                        "data.as",
                        role.name(),
                        "is no role in which " + draft.sender().id() + " may send this type of event"));
    }

    private void ruleset(Draft draft, Findings findings) {
        draft.envelope()
                .ruleset()
                .filter(name -> !rulesets.contains(name))
                .ifPresent(name -> findings.field(
                        "unknownRuleset",
                        "data.ruleset",
                        name,
                        "is not known; expected one of "
                                + String.join(", ", rulesets.stream().sorted().toList())));
    }

    private void claims(Draft draft, Findings findings) {
        int index = 0;
        for (Envelope.Claim claim : draft.envelope().roles()) {
            String path = "data.roles[" + index++ + "]";
            holder(claim.party(), Role.valueOf(claim.role()), path, findings);
        }
    }

    private void assignment(Draft draft, Findings findings) {
        EventType type = draft.attributes().type();
        boolean assigns = type == EventType.ROLE_ASSIGNED;
        String party = assigns || type == EventType.ROLE_ENDED
                ? (String) draft.content().get("party")
                : null;
        String name = party == null ? null : (String) draft.content().get("role");
        if (party == null || name == null) {
            return;
        }
        Role role = Role.valueOf(name);
        if (NOT_ASSIGNED.contains(role)) {
            findings.field(
                    "roleNotAssignable",
                    "data.role",
                    name,
                    "is not assigned by an event of its own: it follows from the case");
        } else if (assigns) {
            holder(party, role, "data", findings);
        } else {
            known(party, "data.party", findings);
        }
    }

    private void holder(String party, Role role, String path, Findings findings) {
        if (known(party, path + ".party", findings) && !holds(new PartyId(party), role)) {
            findings.field("roleNotHeld", path + ".role", role.name(), "is no role that " + party + " may hold");
        }
    }

    private boolean known(String party, String path, Findings findings) {
        boolean known = parties.find(own(party)).isPresent();
        if (!known) {
            findings.field("unknownParty", path, party, "is no party of this hub; expected the id of one");
        }
        return known;
    }

    private void namedParty(GenericRecord record, String path, Findings findings) {
        if (record.getSchema().getName().equals("Party") && PartyIdentifier.OWN_SCHEME.equals(record.get("scheme"))) {
            known((String) record.get("number"), path + ".number", findings);
        }
    }

    private boolean holds(PartyId party, Role role) {
        return parties.rolesOf(party).contains(role);
    }

    private static PartyIdentifier own(String party) {
        return new PartyIdentifier(PartyIdentifier.OWN_SCHEME, party, Optional.empty());
    }
}
