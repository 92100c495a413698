package eu.estafette.kit.soap;

import java.io.IOException;
import java.util.OptionalInt;

/** A call that brought no answer to go by. Its message is one sentence that names the host and quotes nothing that was sent or came back. */
public final class SoapCallException extends IOException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final int status;
    private final boolean inDoubt;

    SoapCallException(String code, int status, String detail, boolean inDoubt) {
        super(detail);
        this.code = code;
        this.status = status;
        this.inDoubt = inDoubt;
    }

    /** {@code CONNECT}, {@code TLS}, {@code TIMEOUT}, {@code CONNECTION_LOST}, {@code HTTP_<status>}, {@code FAULT_<code>}, {@code UNREADABLE}. */
    public String code() {
        return code;
    }

    /** Of HTTP, where an answer came. */
    public OptionalInt status() {
        return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** Whether the partner may have done what it was asked all the same. */
    public boolean inDoubt() {
        return inDoubt;
    }

    /** Whether the partner says that the request itself is wrong: the same request will never do. */
    public boolean blamesRequest() {
        return code.equals("FAULT_Client")
                || (code.startsWith("HTTP_4") && !code.equals("HTTP_429") && !code.equals("HTTP_408"));
    }

    /** The sentence. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
