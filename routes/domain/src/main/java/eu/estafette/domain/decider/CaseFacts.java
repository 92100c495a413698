package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.table.CaseFact;
import eu.estafette.domain.table.Fact;
import eu.estafette.domain.table.FactSource;
import java.util.Optional;

/** The facts of one turn. */
final class CaseFacts implements FactSource {

    private static final String YES = "yes";
    private static final String NO = "no";
    private static final String NONE = "NONE";

    private final Turn turn;

    CaseFacts(Turn turn) {
        this.turn = turn;
    }

    @Override
    public String valueOf(Fact fact) {
        return switch (fact) {
            case Fact.OfField field -> ofField(field);
            case Fact.OfSender ignored -> turn.speaker().label();
            case Fact.HasRole has -> yesNo(turn.draft().holder(has.role()).isPresent());
            case Fact.OfCase ofCase -> ofCase(ofCase.fact());
        };
    }

    private String ofField(Fact.OfField field) {
        Fields data = field.ofObject() ? turn.content() : turn.event().data();
        return field.flag()
                ? yesNo(data.flag(field.field()))
                : data.code(field.field()).orElse(NONE);
    }

    private String ofCase(CaseFact fact) {
        return switch (fact) {
            case WAS -> turn.was().name();
            case PHASE -> turn.draft().phase().name();
            case EMPLOYMENTS -> employments();
            case COACHING -> turn.draft().coaching().name();
            case ABSENT -> yesNo(isSick());
            case HANDOVER -> yesNo(turn.handover());
            case COLLISION -> yesNo(WorkingTime.meets(turn.draft(), turn.content()));
            case MISSED -> yesNo(!Appointments.missed(turn).isEmpty());
        };
    }

    private String employments() {
        int open = 0;
        for (CaseObject object : turn.draft().objects()) {
            if (object.open() && object.isOf(Family.EMPLOYMENT)) {
                open++;
            }
        }
        return open == 0 ? NONE : open == 1 ? "ONE" : "MANY";
    }

    private boolean isSick() {
        Optional<ObjectKey> employment = Work.named(turn.draft(), turn.object(), turn.content())
                .filter(key -> key.family().equals(Family.EMPLOYMENT.code()));
        for (CaseObject object : turn.draft().objects()) {
            if (object.open() && object.isOf(Family.ABSENCE) && isSickness(object, employment)) {
                return true;
            }
        }
        return false;
    }

    private boolean isSickness(CaseObject absence, Optional<ObjectKey> employment) {
        Fields content = absence.content();
        Optional<ObjectKey> from = Work.named(turn.draft(), absence.key(), content);
        return content.code("kind").filter("SICK"::equals).isPresent()
                && (employment.isEmpty() || from.isEmpty() || employment.equals(from));
    }

    private static String yesNo(boolean holds) {
        return holds ? YES : NO;
    }
}
