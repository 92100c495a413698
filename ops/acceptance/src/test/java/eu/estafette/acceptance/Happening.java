package eu.estafette.acceptance;

/** Something that a party tells of a person, as its system would send it on 2 March 2026. */
record Happening(String party, String type, String businessKey, String bsn, String fields) {

    /**
     * @param type   short: {@code signal.raised}
     * @param fields the JSON of what it tells, without braces
     */
    static Happening of(String party, String type, String businessKey, String bsn, String fields) {
        return new Happening(party, type, businessKey, bsn, fields);
    }

    /** The sender's id of the message. */
    String id() {
        return party + "-" + businessKey;
    }

    String json() {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:estafette:party:%s","type":"eu.estafette.case.v1.%s",
                 "service":"eu.estafette.case.v1","time":"2026-03-02T09:15:00+01:00","datacontenttype":"application/json",
                 "data":{"subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"%s",
                         %s}}
                """.formatted(id(), party, type.replace(".", ".notify."), bsn, businessKey, fields);
    }
}
