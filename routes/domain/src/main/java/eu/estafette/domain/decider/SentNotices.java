package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what was sent by its sequence in the case. */
final class SentNotices {

    private SentNotices() {}

    /** Where a notice is remembered. */
    record Found(Line line, SentNotice notice) {}

    /** All that was sent, in the order of sequence. */
    static List<Found> all(Map<Line, List<SentNotice>> sent) {
        List<Found> all = new ArrayList<>();
        sent.forEach((line, notices) -> notices.forEach(notice -> all.add(new Found(line, notice))));
        all.sort(Comparator.comparing(found -> found.notice().sequence()));
        return all;
    }

    static Optional<Found> find(Map<Line, List<SentNotice>> sent, int sequence) {
        for (Map.Entry<Line, List<SentNotice>> entry : sent.entrySet()) {
            for (SentNotice notice : entry.getValue()) {
                if (notice.sequence() == sequence) {
                    return Optional.of(new Found(entry.getKey(), notice));
                }
            }
        }
        return Optional.empty();
    }

    /** The open step that a notice offers. */
    static Optional<OpenStep> offered(Case file, int sequence) {
        return file.steps().stream()
                .filter(open ->
                        open.notice().filter(notice -> notice == sequence).isPresent())
                .findFirst();
    }

    /**
     * The open step that a notice offered before a correction of what it tells renewed it: of the same line, to the same owner. What was
     * answered crossed the correction, and counts.
     */
    static Optional<OpenStep> renewed(Case file, Found old) {
        SentNotice notice = old.notice();
        return file.steps().stream()
                .filter(open -> notice.act()
                        && notice.step().filter(open.code()::equals).isPresent()
                        && open.owner() == notice.role()
                        && open.holder().equals(notice.recipient())
                        && !old.line().type().isRepeatable())
                .filter(open -> open.notice()
                        .flatMap(newer -> find(file.sent(), newer))
                        .filter(newer -> newer.line().equals(old.line()))
                        .isPresent())
                .findFirst();
    }

    static void replace(CaseDraft draft, Found found, SentNotice by) {
        List<SentNotice> notices = new ArrayList<>(draft.sent().getOrDefault(found.line(), List.of()));
        notices.replaceAll(notice -> notice.sequence() == by.sequence() ? by : notice);
        draft.replaceSent(found.line(), notices);
    }

    /** Takes a notice off that its receiver never got. */
    static void remove(CaseDraft draft, Found found) {
        List<SentNotice> notices = new ArrayList<>(draft.sent().getOrDefault(found.line(), List.of()));
        notices.removeIf(notice -> notice.sequence() == found.notice().sequence());
        draft.replaceSent(found.line(), notices);
    }
}
