package eu.estafette.connector.mail;

import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.party.PartyRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.camel.builder.RouteBuilder;

/** The pages behind the links in mails: one that asks, one that takes the answer. Nobody logs in; the link is signed. */
public final class LinkRoutes extends RouteBuilder {

    /** Where the pages are; what lies under it needs no token. */
    public static final String PATH = AnswerLinks.PATH;

    private static final String PAGE =
            "platform-http:" + PATH + "/{notice}/{party}/{outcome}/{expires}/{signature}?useStreaming=true";

    private final LinkSteps steps;

    /**
     * @param clock    the hub's time
     * @param patience how long a caller waits at most until the answer is known to be kept
     */
    public LinkRoutes(
            MailIdentity identity,
            Seals seals,
            PartyRegistry parties,
            Screening screening,
            Intake intake,
            InstantSource clock,
            Duration patience) {
        steps = new LinkSteps(
                new AnswerLinks(seals, identity),
                new LinkAnswers(screening, intake, patience),
                new LinkPage(identity),
                parties,
                clock);
    }

    @Override
    public void configure() {
        // spotless:off
        from(PAGE + "&httpMethodRestrict=GET").routeId("mail.link.ask").noStreamCaching()
            .process(steps::ask).id("mail.link.ask.page");
        from(PAGE + "&httpMethodRestrict=POST").routeId("mail.link.confirm").noStreamCaching()
            .process(steps::confirm).id("mail.link.confirm.page");
        // spotless:on
    }
}
