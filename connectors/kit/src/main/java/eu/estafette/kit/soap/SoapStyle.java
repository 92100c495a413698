package eu.estafette.kit.soap;

/**
 * What a standard wants beside the payload.
 *
 * @param signed     requests are signed where the address has a key
 * @param addressing headers of WS-Addressing go along, signed like the rest
 */
public record SoapStyle(boolean signed, boolean addressing) {}
