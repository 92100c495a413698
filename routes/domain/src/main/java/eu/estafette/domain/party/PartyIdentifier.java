package eu.estafette.domain.party;

import java.util.Optional;

/** A party as an event names it. Two are equal if scheme and number are; the name is only for people. */
public record PartyIdentifier(String scheme, String number, Optional<String> name) {

    /** The scheme whose numbers are party ids. */
    public static final String OWN_SCHEME = "ESTAFETTE";

    public boolean isSameAs(PartyIdentifier other) {
        return scheme.equals(other.scheme) && number.equals(other.number);
    }
}
