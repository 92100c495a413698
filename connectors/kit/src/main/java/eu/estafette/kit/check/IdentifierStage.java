package eu.estafette.kit.check;

import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.kit.check.Envelope.About;
import eu.estafette.kit.identifier.IdentifierCheck.Invalid;
import eu.estafette.kit.identifier.IdentifierCheck.Valid;
import eu.estafette.kit.identifier.IdentifierScheme;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** Second stage: do the numbers hold, is the token ours, and does no number stand where others would see it? One run, one draft. */
final class IdentifierStage {

    private static final String NUMBER = "number";
    private static final String ADVICE = "holds the person's number, which others would see; use a key of your own";

    private final Tokens tokens;
    private final LocalDate today;
    private final Draft draft;
    private final Findings findings;
    private final List<PersonNumbers.Known> persons = new ArrayList<>();
    private final List<String> tests = new ArrayList<>();

    IdentifierStage(Tokens tokens, LocalDate today, Draft draft) {
        this.tokens = tokens;
        this.today = today;
        this.draft = draft;
        findings = new Findings(Stage.IDENTIFIER, draft.message());
    }

    /** What came of the stage: a result only if nothing was found. */
    record Reading(Optional<Identified> identified, Findings findings) {}

    Reading run() {
        Draft normalised = draft.withEnvelope(
                draft.envelope().withSubject(subject(draft.envelope().subject())));
        ContentWalk.visit(draft.content(), this::identifiers);
        Optional<SubjectKey> subject =
                findings.isEmpty() ? new SubjectFinder(tokens, normalised, findings).find() : Optional.empty();
        subject.ifPresent(this::refuseNumbersInKeys);
        return new Reading(
                subject.filter(found -> findings.isEmpty())
                        .map(found -> new Identified(normalised, found, List.copyOf(tests))),
                findings);
    }

    private About subject(About about) {
        return about.number()
                .flatMap(typed ->
                        normalised("data.subject.number", about.scheme().orElse(""), typed))
                .map(about::withNumber)
                .orElse(about);
    }

    private void identifiers(GenericRecord record, String path) {
        String name = record.getSchema().getName();
        boolean numbered = name.equals("Party") || name.equals("PersonNumber");
        if (numbered && !PartyIdentifier.OWN_SCHEME.equals(record.get("scheme"))) {
            normalised(path + "." + NUMBER, (String) record.get("scheme"), (String) record.get(NUMBER))
                    .ifPresent(number -> record.put(NUMBER, number));
        }
    }

    private Optional<String> normalised(String path, String schemeName, String typed) {
        IdentifierScheme scheme = IdentifierScheme.of(schemeName).orElseThrow();
        return switch (scheme.check(typed, today)) {
            case Valid valid -> {
                if (valid.test()) {
                    tests.add(path);
                }
                if (scheme.isPerson()) {
                    persons.add(new PersonNumbers.Known(schemeName, valid.number()));
                }
                yield Optional.of(valid.number());
            }
            case Invalid(String detail) -> {
                if (scheme.isPerson()) {
                    findings.field("invalidPersonNumber", path, detail);
                } else {
                    findings.field("invalidPartyNumber", path, typed, detail);
                }
                yield Optional.empty();
            }
        };
    }

    private void refuseNumbersInKeys(SubjectKey subject) {
        PersonNumbers numbers = new PersonNumbers(persons, subject, tokens);
        if (numbers.standIn(draft.envelope().businessKey())) {
            findings.field("personNumberInKey", "data.businessKey", ADVICE);
        }
        draft.message().attributes().forEach((name, value) -> {
            if (numbers.standIn(value)) {
                findings.attribute("personNumberInKey", name, ADVICE);
            }
        });
    }
}
