package eu.estafette.hub.delivery.outcome;

import java.util.OptionalInt;

/**
 * Why a call did not succeed.
 *
 * @param code   stable
 * @param status the partner's own status code
 * @param detail one sentence for people, without anything of the payload
 */
record Failure(String code, OptionalInt status, String detail) {}
