package eu.estafette.connector.webhook;

/** A notice on its way to a partner: what will be posted, not yet signed. */
record WebhookMessage(String id, WebhookAddress address, String body) {

    /** The body is about a person. */
    @Override
    public String toString() {
        return id + " to " + address;
    }
}
