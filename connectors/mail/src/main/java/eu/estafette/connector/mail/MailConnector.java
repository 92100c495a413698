package eu.estafette.connector.mail;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;

/** The connector {@code mail}: writes each notice to the address {@code to}. {@link MailRoutes} does the work. */
public final class MailConnector implements OutboundConnector {

    static final String NAME = "mail";
    static final String DELIVER = "direct:mail.deliver";

    private final SmtpPost post;

    public MailConnector(SmtpPost post) {
        this.post = post;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return MailAddress.faultsOf(address);
    }

    /** Goes to the hub's own mail server: whether an address is somebody's shows only when it gets a mail. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return post.tryOut();
    }
}
