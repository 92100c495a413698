package eu.estafette.connector.mail;

import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.StepTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in plain words what is asked and by when, and where to read the rest. Takes nothing from the notice's view or its person: whoever
 * reads the mail on its way learns neither who it is about nor what happened.
 */
final class LetterWriter {

    private static final String ACT = "ACT";
    private static final String WITHDRAWN = "withdrawn";
    /** Needs a role to hand on to, which a link cannot ask for. */
    private static final String HANDED_ON = "HANDED_ON";

    private final MailIdentity identity;
    private final AnswerLinks links;
    private final CalendarWriter calendars;
    private final MailTexts texts = MailTexts.shipped();

    LetterWriter(MailIdentity identity, AnswerLinks links, CalendarWriter calendars) {
        this.identity = identity;
        this.links = links;
        this.calendars = calendars;
    }

    Letter write(Delivery delivery) {
        Notice notice = delivery.notice();
        String language = delivery.party().language();
        String to = MailAddress.of(delivery.address());
        List<CalendarPart> calendar = calendars.write(delivery, to);
        return new Letter(
                notice.getNoticeId(),
                Hash.of("case", notice.getCaseRef()),
                to,
                language,
                subject(notice, language),
                text(notice, language, calendar),
                calendar);
    }

    private String subject(Notice notice, String language) {
        NoticeStep step = notice.getStep();
        if (step == null) {
            return texts.text(language, isWithdrawn(notice) ? "subject.withdrawn" : "subject.inform");
        }
        String asked = StepTexts.shipped().text(step.getCode(), language);
        return step.getDue() == null
                ? texts.text(language, "subject.act", asked)
                : texts.text(language, "subject.act.due", asked, texts.day(language, step.getDue()));
    }

    private String text(Notice notice, String language, List<CalendarPart> calendar) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(texts.text(language, "greeting"));
        paragraphs.add(matter(notice, language));
        paragraphs.add(texts.text(language, "mailbox") + "\n" + identity.mailbox());
        if (notice.getPurpose().equals(ACT)) {
            paragraphs.add(answers(notice, language));
        }
        if (!calendar.isEmpty()) {
            paragraphs.add(texts.text(language, isWithdrawn(notice) ? "cancelled" : "calendar"));
        }
        paragraphs.add(texts.text(language, "case", notice.getCaseRef()));
        paragraphs.add("-- \n" + texts.text(language, "footer"));
        return String.join("\n\n", paragraphs) + "\n";
    }

    private String matter(Notice notice, String language) {
        NoticeStep step = notice.getStep();
        if (step == null) {
            return texts.text(language, isWithdrawn(notice) ? "withdrawn" : "informed");
        }
        String asked = texts.text(language, "asked", StepTexts.shipped().text(step.getCode(), language));
        return step.getDue() == null
                ? asked
                : asked + "\n" + texts.text(language, "due", texts.day(language, step.getDue()));
    }

    private String answers(Notice notice, String language) {
        StringBuilder answers = new StringBuilder(texts.text(language, "links"));
        notice.getOutcomes().stream()
                .filter(outcome -> !outcome.equals(HANDED_ON))
                .forEach(outcome -> answers.append("\n\n")
                        .append(texts.text(language, "outcome." + outcome))
                        .append(":\n")
                        .append(links.link(notice, outcome)));
        return answers.toString();
    }

    private static boolean isWithdrawn(Notice notice) {
        return notice.getView().equals(WITHDRAWN);
    }
}
