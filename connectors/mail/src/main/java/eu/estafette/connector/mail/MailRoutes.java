package eu.estafette.connector.mail;

import eu.estafette.kit.delivery.Delivery;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way into a mail, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class MailRoutes extends RouteBuilder {

    private final LetterWriter writer;
    private final SmtpPost post;

    /** @param askable which calendar entries a withdrawal may have to cancel */
    public MailRoutes(MailIdentity identity, Seals seals, AskableSteps askable, SmtpPost post) {
        var uids = new CalendarUids(seals, identity.domain());
        writer = new LetterWriter(
                identity, new AnswerLinks(seals, identity), new CalendarWriter(identity, uids, askable));
        this.post = post;
    }

    @Override
    public void configure() {
        // spotless:off
        from(MailConnector.DELIVER)
                .routeId("mail.deliver")
                .transform().body(Delivery.class, writer::write)
                .transform().body(Letter.class, post::send);
        // spotless:on
    }
}
