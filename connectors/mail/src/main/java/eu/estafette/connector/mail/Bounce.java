package eu.estafette.connector.mail;

/**
 * What a mail server reports of a notice's mail (RFC 3464).
 *
 * @param failed whether it was not delivered; otherwise it was
 * @param status as in RFC 3463: 5.1.1
 */
record Bounce(String noticeId, boolean failed, String status) {}
