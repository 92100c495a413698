package eu.estafette.connector.dimona;

import eu.estafette.contract.message.Notice;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.kit.notice.NoticeText;
import eu.estafette.kit.xml.XmlText;
import eu.estafette.schemas.PayloadCodec;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes a notice as a file with one form. Every call made for a notice gives the same bytes. */
final class DeclarationWriter {

    private static final Set<String> FULL =
            Set.of("employment-start-full", "employment-change-full", "employment-end-full");
    private static final String EMPLOYMENT = "employment";
    private static final String END = "EndingDate";

    private final PayloadCodec payloads;

    DeclarationWriter(PayloadCodec payloads) {
        this.payloads = payloads;
    }

    /** What cannot be said in a declaration, with the code by which the notice is refused. */
    static final class InexpressibleException extends Exception {

        private static final long serialVersionUID = 1;

        private final String code;

        InexpressibleException(String code, String detail) {
            super(detail);
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /** @param file in which it will lie */
    byte[] write(Notice notice, TripletName file) throws InexpressibleException {
        var text = new NoticeText(notice, payloads.read(notice.getPayload()));
        XmlText form = new XmlText().declaration().begin("Dimona").begin("Form");
        FormMoment made = FormMoment.of(notice.getCreatedAt());
        form.element("Identification", "DIMONA")
                .element("FormCreationDate", made.date())
                .element("FormCreationHour", made.hour())
                .element("AttestationStatus", 0)
                .element("TypeForm", "SU");
        form.begin("Reference")
                .element("ReferenceType", 1)
                .element("ReferenceOrigin", 1)
                .element("ReferenceNbr", SendReference.of(file))
                .end();
        move(form, text);
        return form.end().end().bytes();
    }

    private static void move(XmlText form, NoticeText text) throws InexpressibleException {
        Action action = Action.valueOf(text.notice().getEvent().getAction());
        boolean started = text.isOf(EMPLOYMENT, "started");
        boolean ended = text.isOf(EMPLOYMENT, "ended");
        if (action == Action.WITHDRAWAL && started) {
            cancel(form, text);
        } else if (ended && (action == Action.REOPENING || action == Action.WITHDRAWAL)) {
            update(form, text, StartRules.NO_END);
        } else if (!FULL.contains(text.notice().getView())
                || action == Action.WITHDRAWAL
                || action == Action.REOPENING) {
            throw new InexpressibleException(
                    "NOT_IN_DIMONA",
                    "view " + text.notice().getView() + " with " + action
                            + " holds no whole employment, which a declaration needs");
        } else if (started && action == Action.ORIGINAL) {
            start(form, text);
        } else if (ended) {
            end(form, text);
        } else {
            update(form, text, text.date("plannedEnd").orElse(null));
        }
    }

    private static void start(XmlText form, NoticeText text) throws InexpressibleException {
        LocalDate start = text.date("startDate").orElse(null);
        String insz = text.personNumber("INSZ")
                .orElseThrow(() -> new InexpressibleException(
                        "NO_PERSON_NUMBER", "the notice holds no INSZ, which a start needs"));
        String type = text.code("workerType").filter(WorkerTypes.ALL::contains).orElse(WorkerTypes.OTHER);
        Optional<String> sector = text.code("sector").filter(WorkerTypes.SECTORS::contains);
        if (start == null
                || employer(text, "KBO").or(() -> employer(text, "NOSS")).isEmpty()) {
            throw new InexpressibleException(
                    "NO_EMPLOYER_NUMBER", "the notice holds no start date, or no KBO or NOSS number of the employer");
        }
        LocalDate end = text.date("plannedEnd").orElse(null);
        if (end == null && WorkerTypes.needsEnd(type, sector.orElse(""))) {
            throw new InexpressibleException("NO_END_DATE", "worker type " + type + " needs a planned end");
        }
        form.begin("DimonaIn")
                .element("StartingDate", start)
                .element("StartingHour", hour(text))
                .element(END, end);
        employer(form, text);
        form.begin("NaturalPerson").element("INSS", insz).end();
        form.begin("DimonaFeatures")
                .element("JointCommissionNbr", sector.orElse(null))
                .element("WorkerType", type)
                .end();
        form.end();
    }

    private static void end(XmlText form, NoticeText text) throws InexpressibleException {
        form.begin("DimonaOut")
                .element("DimonaPeriodId", period(text))
                .element(END, text.date("actualEnd").orElse(null));
        form.element("INSS", text.personNumber("INSZ").orElse(null));
        employer(form, text);
        form.end();
    }

    private static void update(XmlText form, NoticeText text, @Nullable LocalDate end) throws InexpressibleException {
        boolean reopens = StartRules.NO_END.equals(end);
        form.begin("DimonaUpdate").element("DimonaPeriodId", period(text));
        if (!reopens) {
            form.element("StartingDate", text.date("startDate").orElse(null)).element("StartingHour", hour(text));
        }
        form.element(END, end).element("INSS", text.personNumber("INSZ").orElse(null));
        employer(form, text);
        form.end();
    }

    private static void cancel(XmlText form, NoticeText text) throws InexpressibleException {
        form.begin("DimonaCancel").element("DimonaPeriodId", period(text));
        form.element("INSS", text.personNumber("INSZ").orElse(null)).end();
    }

    private static String period(NoticeText text) throws InexpressibleException {
        if (!PeriodIds.isOne(text.key())) {
            throw new InexpressibleException(
                    "NO_PERIOD_ID",
                    "the employment's key is no Dimona period of 12 digits, by which it could be named");
        }
        return text.key();
    }

    private static void employer(XmlText form, NoticeText text) {
        Optional<String> kbo = employer(text, "KBO");
        Optional<String> noss = employer(text, "NOSS");
        if (kbo.isPresent() || noss.isPresent()) {
            boolean provisional = noss.filter(number -> number.length() == 10 && number.startsWith("5"))
                    .isPresent();
            form.begin("EmployerId")
                    .element(provisional ? "ProvisionalNSSONbr" : "NOSSRegistrationNbr", noss.orElse(null))
                    .element("CompanyID", kbo.orElse(null))
                    .end();
        }
    }

    private static Optional<String> employer(NoticeText text, String scheme) {
        return text.party("employer")
                .filter(party -> party.scheme().equals(scheme))
                .map(PartyIdentifier::number);
    }

    /** As {@code 0830}. */
    private static @Nullable String hour(NoticeText text) {
        return text.text("startTime").map(time -> time.replace(":", "")).orElse(null);
    }
}
