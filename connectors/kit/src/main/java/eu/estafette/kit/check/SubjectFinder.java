package eu.estafette.kit.check;

import eu.estafette.kit.check.Envelope.About;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Finds the key of an event: from the person's number, a caseRef, or the notice it answers. Names what does not fit together. */
final class SubjectFinder {

    private final Tokens tokens;
    private final Draft draft;
    private final Findings findings;

    SubjectFinder(Tokens tokens, Draft draft, Findings findings) {
        this.tokens = tokens;
        this.draft = draft;
        this.findings = findings;
    }

    Optional<SubjectKey> find() {
        About about = draft.envelope().subject();
        Optional<SubjectKey> said = about.number()
                .map(number -> tokens.subjectKey(about.scheme().orElse(""), number))
                .or(() -> about.caseRef().flatMap(this::ofCaseRef));
        return switch (draft.attributes().type()) {
            case PERSON_RENUMBERED -> renumbered(said);
            case NOTICE_ANSWERED -> answered(said);
            default -> said;
        };
    }

    private Optional<SubjectKey> ofCaseRef(String caseRef) {
        Optional<SubjectKey> subject = tokens.subjectOfCaseRef(caseRef);
        if (subject.isEmpty()) {
            findings.field(
                    "invalidCaseRef", "data.subject.caseRef", caseRef, "is no caseRef of this hub; copy it as it came");
        }
        return subject;
    }

    /** Keyed by the old number, under which the case is found; a message that is taken back may say neither. */
    private Optional<SubjectKey> renumbered(Optional<SubjectKey> said) {
        Optional<SubjectKey> old = key((GenericRecord) draft.content().get("old"));
        Optional<SubjectKey> renewed = key((GenericRecord) draft.content().get("new"));
        if (old.isPresent() && renewed.equals(old)) {
            findings.field("sameNumber", "data.new", "is the old number; say what it became, or leave it out");
        } else if (old.isPresent() && !said.equals(old) && !said.equals(renewed)) {
            findings.field("otherPerson", "data.subject", "is neither the old nor the new number");
        }
        return old.or(() -> said);
    }

    private Optional<SubjectKey> answered(Optional<SubjectKey> said) {
        String noticeId = (String) draft.content().get("noticeId");
        if (noticeId == null) {
            if (said.isEmpty()) {
                findings.field("required", "data.noticeId", "is missing");
            }
            return said;
        }
        Optional<SubjectKey> subject =
                tokens.openNoticeId(noticeId, draft.sender().id().value()).map(Tokens.NoticeRef::subject);
        if (subject.isEmpty()) {
            findings.field("unknownNotice", "data.noticeId", noticeId, "is no notice to this party");
        } else if (said.isPresent() && !said.equals(subject)) {
            findings.field("otherPerson", "data.subject", "is not whom the notice is about");
        }
        return subject;
    }

    private Optional<SubjectKey> key(@Nullable GenericRecord number) {
        return Optional.ofNullable(number)
                .map(known -> tokens.subjectKey((String) known.get("scheme"), (String) known.get("number")));
    }
}
