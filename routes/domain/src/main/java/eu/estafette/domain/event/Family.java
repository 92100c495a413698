package eu.estafette.domain.event;

/** The kinds of object that events are about; CASE for what belongs to the case itself. */
public enum Family {
    REFERRAL("referral"),
    APPLICATION("application"),
    COACHING("coaching"),
    TRAINING("training"),
    PLACEMENT("placement"),
    EMPLOYMENT("employment"),
    ABSENCE("absence"),
    WAGE_VALUE("wage-value"),
    APPOINTMENT("appointment"),
    CONSENT("consent"),
    SIGNAL("signal"),
    CASE("case");

    private final String code;

    Family(String code) {
        this.code = code;
    }

    /** The word on the wire and in tables. */
    public String code() {
        return code;
    }
}
