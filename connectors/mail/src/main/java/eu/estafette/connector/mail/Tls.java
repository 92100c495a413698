package eu.estafette.connector.mail;

/** How a connection to a mail server is kept private. */
public enum Tls {
    /** Plain at first, then TLS; without TLS nothing is said. */
    STARTTLS,
    /** TLS from the first byte. */
    IMPLICIT,
    /** Never: for a server on the same machine. */
    NONE
}
