package eu.estafette.domain.event;

/** An object of the case: family and business key, whoever sends (domain section 12). */
public record ObjectKey(String family, String key) {

    /** What belongs to the case itself. */
    public static final ObjectKey CASE = new ObjectKey("case", "");

    @Override
    public String toString() {
        return family + "/" + key;
    }
}
