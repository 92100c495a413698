package eu.estafette.schemas;

/** A contract was named that this build does not ship. */
public final class UnknownContractException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownContractException(String message) {
        super(message);
    }

    static UnknownContractException notShipped(String name, int version) {
        return new UnknownContractException(
                "contract: '" + name + "' version " + version
                        + " is not shipped with this build; what is written in it stays as it is until a build reads it that has the contract.");
    }
}
