package eu.estafette.domain.cases;

/** {@code C} + UUIDv7, made when the case opens, never changed, known only inside the hub. */
public record CaseId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
