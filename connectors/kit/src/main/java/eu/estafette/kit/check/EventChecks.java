package eu.estafette.kit.check;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.EventSpec;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a message may come in, from the message, its sender and the configuration alone; makes the event of it. First whether
 * this party may send it at all, then syntax, identifiers and rules. Reads no case, so it works while everything behind the door is away.
 * Thread-safe.
 */
public final class EventChecks {

    private final PartyRegistry parties;
    private final Catalogue catalogue;
    private final Tokens tokens;
    private final InstantSource clock;
    private final SyntaxStage syntax;
    private final RuleStage rules;
    private final EventWriter writer;

    /**
     * @param rulesets names that a case may be opened with
     * @param clock    the hub's time, at which events are recorded
     */
    public EventChecks(
            PartyRegistry parties,
            Catalogue catalogue,
            Set<String> rulesets,
            IdentifierMode mode,
            Tokens tokens,
            InstantSource clock) {
        this.parties = parties;
        this.catalogue = catalogue;
        this.tokens = tokens;
        this.clock = clock;
        syntax = new SyntaxStage(Contracts.shipped(), catalogue.lists());
        rules = new RuleStage(parties, rulesets, mode);
        writer = new EventWriter(new PayloadCodec(Contracts.shipped()), new Digest(tokens));
    }

    public Verdict check(IncomingEvent message, Party sender) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<EventType> type =
                Optional.ofNullable(message.attributes().get("type")).flatMap(EventType::ofCloudEventType);
        Optional<Issue> forbidden = forbidden(message, sender, type);
        if (forbidden.isPresent()) {
            return new Verdict.NotAllowed(forbidden.get());
        }
        SyntaxStage.Reading read = syntax.read(message, sender, type, now);
        if (read.draft().isEmpty()) {
            return read.findings().rejected();
        }
        LocalDate today = LocalDate.ofInstant(now, EventWriter.ZONE);
        IdentifierStage.Reading numbers =
                new IdentifierStage(tokens, today, read.draft().get()).run();
        if (numbers.identified().isEmpty()) {
            return numbers.findings().rejected();
        }
        Identified identified = numbers.identified().get();
        Draft draft = identified.draft();
        Findings broken =
                rules.check(identified, catalogue.event(draft.attributes().type()));
        return broken.isEmpty()
                ? new Verdict.Accepted(identified.subject(), writer.write(identified, now), draft.droppedFields())
                : broken.rejected();
    }

    private Optional<Issue> forbidden(IncomingEvent message, Party sender, Optional<EventType> type) {
        Findings findings = new Findings(Stage.RULE, message);
        String source = message.attributes().getOrDefault("source", "");
        if (!source.isBlank() && !parties.ofSource(source).equals(Optional.of(sender))) {
            findings.attribute(
                    "sourceNotYours", "source", source, "is no source that " + sender.id() + " may send under");
        } else if (type.isPresent() && !maySend(sender, catalogue.event(type.get()))) {
            findings.attribute(
                    "senderNotEntitled",
                    "type",
                    type.get().cloudEventType(),
                    "may not be sent by " + sender.id() + ": it holds none of the roles "
                            + catalogue.event(type.get()).senders());
        }
        return findings.isEmpty()
                ? Optional.empty()
                : Optional.of(findings.rejected().issues().getFirst());
    }

    private boolean maySend(Party sender, EventSpec spec) {
        return sender.register()
                ? spec.byRegister()
                : !Collections.disjoint(parties.rolesOf(sender.id()), spec.senders());
    }
}
