package eu.estafette.acceptance.oracle;

/**
 * What a notice says it is about, by which its event is found again among those that were sent.
 *
 * @param type short: {@code referral.requested}
 */
public record Cause(String type, String businessKey, int version) {

    @Override
    public String toString() {
        return type + " " + businessKey + " v" + version;
    }
}
