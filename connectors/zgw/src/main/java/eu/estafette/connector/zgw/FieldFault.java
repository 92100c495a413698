package eu.estafette.connector.zgw;

/**
 * One of the {@code invalidParams} of a {@code ValidatieFout}.
 *
 * @param name   of the field, as the standard calls it
 * @param code   as ZGW's services use them: required, max_length, invalid, bad-url
 * @param reason what would be right, in Dutch: its reader is a Dutch system's manager
 */
record FieldFault(String name, String code, String reason) {}
