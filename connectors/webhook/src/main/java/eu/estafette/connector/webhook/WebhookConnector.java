package eu.estafette.connector.webhook;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The connector {@code webhook}. Its address has a {@code url} and a {@code secret}, of which there may be several. */
public final class WebhookConnector implements OutboundConnector {

    static final String DELIVER = "direct:webhook.deliver";
    static final String URL = "url";
    static final String SECRET = "secret";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>();
        address.settings().keySet().stream()
                .filter(key -> !key.equals(URL) && !key.equals(SECRET))
                .sorted()
                .forEach(key -> faults.add("\"" + key + "\" is no setting of a webhook; it has url and secret"));
        faults.addAll(faultsOfUrl(address.all(URL)));
        faults.addAll(WebhookSecrets.faultsOf(address.all(SECRET)));
        return faults;
    }

    private static List<String> faultsOfUrl(List<String> urls) {
        if (urls.size() != 1) {
            return List.of("a webhook needs one url; this has " + urls.size());
        }
        try {
            return faultsOfUrl(new URI(urls.getFirst()));
        } catch (URISyntaxException e) {
            return List.of("url is no URL: " + e.getReason());
        }
    }

    private static List<String> faultsOfUrl(URI url) {
        if (url.getHost() == null || url.getScheme() == null) {
            return List.of("url must be absolute, such as https://tool.example/hooks/estafette");
        }
        List<String> faults = new ArrayList<>();
        boolean encrypted = url.getScheme().equals("https");
        boolean stays = url.getScheme().equals("http") && LOOPBACK.contains(url.getHost());
        if (!encrypted && !stays) {
            faults.add("url must be https; http is only for this machine itself, because a notice holds personal data");
        }
        if (url.getUserInfo() != null || url.getFragment() != null) {
            faults.add("url must not hold a user, a password or a fragment");
        }
        return faults;
    }
}
