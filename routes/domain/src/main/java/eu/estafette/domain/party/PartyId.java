package eu.estafette.domain.party;

/** The id of a party in the registry; also its OAuth2 client id and the name of its lane. */
public record PartyId(String value) {

    /** The reserved party that speaks for the hub itself and its operators; has no lane. */
    public static final PartyId HUB = new PartyId("hub");

    /** The source of the events that the hub itself raises. */
    public static final String HUB_SOURCE = "urn:estafette:hub";

    @Override
    public String toString() {
        return value;
    }
}
