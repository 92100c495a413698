package eu.estafette.hub.router.message;

import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.event.Fields;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The payload of an edited notice, as it travels in the event {@code notice.edited}: its two parts stay apart, so that what is sealed in the
 * notice is sealed in the event.
 */
public final class EditedPayload {

    private static final String VIEW = "view/";

    private EditedPayload() {}

    /** @param data of the event */
    static Payload of(Fields data) {
        Optional<Sealed> sealed = data.text("sealed")
                .map(part -> new Sealed(0, ByteBuffer.wrap(Base64.getDecoder().decode(part))));
        return new Payload(
                VIEW + data.text("view").orElse(""),
                Integer.parseInt(data.text("viewVersion").orElse("0")),
                ByteBuffer.wrap(Base64.getDecoder().decode(data.text("open").orElse(""))),
                sealed.orElse(null));
    }

    /** @param payload in a view's contract */
    public static Fields into(Fields data, Payload payload) {
        @Nullable Sealed sealed = payload.getSealed();
        Fields open = data.with("view", payload.getContract().substring(VIEW.length()))
                .with("viewVersion", Integer.toString(payload.getVersion()))
                .with("open", base64(payload.getOpen()));
        return sealed == null ? open : open.with("sealed", base64(sealed.getBytes()));
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
