package eu.estafette.hub.router.message;

/** Where a record that was set aside keeps the key that it had on {@code estafette.events}. */
public final class OriginalKey {

    public static final String HEADER = "__dlq.errors.key";

    private OriginalKey() {}
}
