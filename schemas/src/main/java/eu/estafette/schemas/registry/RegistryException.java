package eu.estafette.schemas.registry;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A schema or a record's schema id could not be resolved, registered or used. Tells which, why, and what happens next. */
public final class RegistryException extends SerializationException {

    private static final long serialVersionUID = 1L;

    /** What was wrong; stable, for code and metrics. */
    public enum Fault {
        /** The registry does not know the schema id, subject or version asked for. */
        UNKNOWN,
        /** No registry address answers, or it answers with a server error. Trying again later may help; nothing else does here. */
        AWAY,
        /** The registry does not accept our credentials, or forbids what we asked. */
        NOT_AUTHENTICATED,
        /** The registry refuses the schema: older and newer readers could not read each other's records. */
        INCOMPATIBLE,
        /** The registry refuses the schema as such, or a level or version that it does not understand. */
        INVALID,
        /** The registry gives an id to another schema than it did before. */
        ID_REUSED,
        /** The registry answered something that is not its API. */
        NOT_A_REGISTRY,
        /** The record is not in the registry's wire format, or its bytes do not fit the schema it names. */
        UNREADABLE
    }

    private final Fault fault;

    RegistryException(Fault fault, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    RegistryException(Fault fault, String message) {
        this(fault, message, null);
    }

    public Fault fault() {
        return fault;
    }
}
