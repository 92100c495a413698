package eu.estafette.connector.mail;

/**
 * A calendar object on its way out (RFC 5546).
 *
 * @param method REQUEST or CANCEL; the same stands inside
 * @param text   folded
 */
record CalendarPart(String method, String text) {}
