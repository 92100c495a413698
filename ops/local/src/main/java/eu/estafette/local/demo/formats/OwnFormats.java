package eu.estafette.local.demo.formats;

import eu.estafette.kit.rig.SftpPartner;
import eu.estafette.local.demo.DemoFailedException;
import eu.estafette.local.demo.HubClient;
import eu.estafette.local.demo.ReceivedNotice;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The demo's last chapter: a coach with nothing but mail and a calendar, an employer who declares to the social security, a school with a
 * spreadsheet, and a municipality that wants to be notified. Each has a real server on this machine.
 */
public final class OwnFormats implements AutoCloseable {

    private static final String DIMONA = "DIMN.123456.%s.00001.T.1.1";

    private final CoachMailbox mail;
    private final Municipality municipality;
    private final SftpPartner employer;
    private final SftpPartner school;

    private OwnFormats(CoachMailbox mail, Municipality municipality, SftpPartner employer, SftpPartner school) {
        this.mail = mail;
        this.municipality = municipality;
        this.employer = employer;
        this.school = school;
    }

    /**
     * Starts the partners' servers.
     *
     * @param folder for the files on them
     * @param config whose {@code parties/} gets the partners
     */
    public static OwnFormats start(Path folder, Path config) throws IOException, GeneralSecurityException {
        var formats = new OwnFormats(
                CoachMailbox.start(),
                Municipality.start(),
                new SftpPartner(Files.createDirectories(folder.resolve("bakkerij"))),
                new SftpPartner(Files.createDirectories(folder.resolve("cvo-noord"))));
        var parties = new FormatParties(config);
        parties.coachByMail();
        parties.employerByDimona(formats.employer);
        parties.schoolByCsv(formats.school);
        parties.municipalityByZgw(formats.municipality);
        return formats;
    }

    /** What the hub must know to reach them. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(mail.settings());
        settings.put("estafette.polling.interval", "PT1S");
        return settings;
    }

    /**
     * Plays it.
     *
     * @param today the hub's
     * @throws DemoFailedException if something does not come through
     */
    public void play(HubClient hub, LocalDate today, Consumer<String> say)
            throws IOException, InterruptedException, MessagingException {
        say.accept("\nPartners in their own formats, told of Mia and Pim");
        String mia = refer(
                hub,
                FormatParties.WELFARE,
                Messages.referral(
                        FormatParties.WELFARE,
                        Messages.MIA,
                        "flanders",
                        today,
                        List.of(
                                Messages.role("WELFARE", FormatParties.WELFARE),
                                Messages.role("COACH_ORGANISATION", FormatParties.COACHES),
                                Messages.role("TRAINING", FormatParties.SCHOOL))));
        aCoachDeclinesInTheCalendar(hub, mia, say);
        anEmployerDeclaresAFirstDay(hub, mia, today, say);
        aSchoolsListComesBackWithOneLineRejected(hub, mia, today, say);
        aMunicipalityIsNotified(hub, today, say);
    }

    private static String refer(HubClient hub, String party, Map<String, Object> referral)
            throws IOException, InterruptedException {
        return hub.decided(hub.post(party, referral)).path("caseRef").asText();
    }

    private void aCoachDeclinesInTheCalendar(HubClient hub, String caseRef, Consumer<String> say)
            throws IOException, InterruptedException, MessagingException {
        var invitation = Awaited.that("a mail to the coach", mail::invitation);
        say.accept(
                "  mail      " + CoachMailbox.COACH + " gets \"" + invitation.subject() + "\", with a calendar entry");
        mail.decline(invitation, "Geen plaats deze maand");
        say.accept("  mail      " + CoachMailbox.COACH + " declines in the calendar");
        say.accept(Awaited.told(
                hub, FormatParties.WELFARE, caseRef, notice -> notice.view().startsWith("referral")));
    }

    private void anEmployerDeclaresAFirstDay(HubClient hub, String caseRef, LocalDate today, Consumer<String> say)
            throws IOException, InterruptedException, MessagingException {
        String name = DIMONA.formatted(today.toString().replace("-", ""));
        employer.put("in/FI." + name, Messages.dimonaIn(Messages.MIA, today, today.plusDays(10)));
        employer.put("in/FS." + name, "signature");
        employer.put("in/GO." + name, "");
        say.accept("  dimona    bakkerij leaves FI." + name + " on its SFTP server");
        // the GO comes last, and like all others under another name until it is whole
        String reply = Awaited.that("a NOTI for the declaration", () -> employer.list("out").stream()
                .filter(file -> file.startsWith("GO.NOTI.") && !file.endsWith(".part"))
                .map(file -> file.replaceFirst("GO", "FO"))
                .findFirst());
        if (!employer.read("out/" + reply).contains("<ResultCode>1</ResultCode>")) {
            throw new DemoFailedException("the declaration was refused: " + employer.read("out/" + reply));
        }
        say.accept("  dimona    bakkerij finds " + reply + ": accepted");
        say.accept(Awaited.told(
                hub, FormatParties.WELFARE, caseRef, notice -> notice.view().startsWith("employment-start")));
    }

    private void aSchoolsListComesBackWithOneLineRejected(
            HubClient hub, String caseRef, LocalDate today, Consumer<String> say)
            throws IOException, InterruptedException, MessagingException {
        school.put("in/enrolments.csv", Messages.enrolments(Messages.MIA, today));
        say.accept("  csv       cvo-noord leaves enrolments.csv, two lines, on its SFTP server");
        Awaited.that("a receipt for the enrolments", () -> school.list("out").stream()
                .filter("enrolments.receipt.csv"::equals)
                .findFirst());
        school.read("out/enrolments.rejects.csv")
                .lines()
                .skip(1)
                .forEach(line -> say.accept("  csv       rejected: " + line));
        say.accept(Awaited.told(
                hub, FormatParties.WELFARE, caseRef, notice -> notice.view().startsWith("training")));
    }

    private void aMunicipalityIsNotified(HubClient hub, LocalDate today, Consumer<String> say)
            throws IOException, InterruptedException, MessagingException {
        String pim = refer(
                hub,
                FormatParties.MUNICIPALITY,
                Messages.referral(
                        FormatParties.MUNICIPALITY,
                        Messages.PIM,
                        "netherlands-municipality",
                        today,
                        List.of(Messages.role("COACH_ORGANISATION", FormatParties.DUTCH_COACHES))));
        ReceivedNotice asked = Awaited.that(
                "a referral for " + FormatParties.DUTCH_COACHES,
                () -> Awaited.noticeIn(hub, FormatParties.DUTCH_COACHES, pim, notice -> notice.step()
                        .isPresent()));
        hub.answer(asked, Map.of("outcome", "ACCEPTED"));
        URI resource = Awaited.that(
                "a notification", () -> municipality.resources().stream().findFirst());
        say.accept("  zgw       gemeente-west is notified of " + resource.getPath());
        var notice = new ReceivedNotice(hub.read(resource, FormatParties.MUNICIPALITY));
        say.accept("  zgw       gemeente-west fetches it:\n" + notice.line());
    }

    @Override
    public void close() throws IOException {
        mail.close();
        municipality.close();
        employer.close();
        school.close();
    }
}
