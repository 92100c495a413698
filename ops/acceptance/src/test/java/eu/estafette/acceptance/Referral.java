package eu.estafette.acceptance;

/** A referral as the municipality's system would send it. */
record Referral(String id, String bsn, String businessKey) {

    static Referral of(int n, String bsn) {
        return new Referral("event-" + n, bsn, "REF-" + n);
    }

    String json() {
        return """
                {"specversion":"1.0","id":"%s","source":"urn:estafette:party:gemeente-oost",
                 "type":"eu.estafette.case.v1.referral.notify.requested","service":"eu.estafette.case.v1",
                 "time":"2026-03-02T09:15:00+01:00","datacontenttype":"application/json",
                 "data":{"subject":{"scheme":"BSN","number":"%s","givenName":"Sam","familyName":"Jansen"},
                         "ruleset":"netherlands-municipality","occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"%s",
                         "roles":[{"role":"REFERRER","party":"gemeente-oost"},{"role":"COMMISSIONER","party":"gemeente-oost"},
                                  {"role":"COACH_ORGANISATION","party":"jobcoach-noord"}],
                         "kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},"requestedStart":"2026-03-16"}}
                """.formatted(id, bsn, businessKey);
    }
}
