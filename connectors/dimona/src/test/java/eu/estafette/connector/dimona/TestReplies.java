package eu.estafette.connector.dimona;

/** Replies as the social security writes them. */
final class TestReplies {

    private TestReplies() {}

    private static String header(String identification, FormMoment made) {
        return "<Identification>" + identification + "</Identification><FormCreationDate>" + made.date()
                + "</FormCreationDate><FormCreationHour>" + made.hour()
                + "</FormCreationHour><AttestationStatus>0</AttestationStatus>";
    }

    static String reception(String file, FormMoment made, int result) {
        return "<ACRF><Form>" + header("ACRF001", made) + "<TypeForm>FA</TypeForm><FileReference><FileName>" + file
                + "</FileName></FileReference><ReceptionResult><ResultCode>" + result
                + "</ResultCode></ReceptionResult></Form></ACRF>";
    }

    static String result(String reference, FormMoment made, int result, String error) {
        return "<NOTIFICATION><Form>" + header("NOTI001", made)
                + "<TypeForm>FA</TypeForm><HandledReference><ReferenceType>1</ReferenceType>"
                + "<ReferenceOrigin>1</ReferenceOrigin><ReferenceNbr>" + reference
                + "</ReferenceNbr></HandledReference><HandlingResult><ResultCode>" + result
                + "</ResultCode><AnomalyReport><ErrorID>" + error
                + "</ErrorID><AnomalyClass>B</AnomalyClass></AnomalyReport></HandlingResult></Form></NOTIFICATION>";
    }

    static String renumbered(String old, String renewed) {
        return "<IDFLUX><Form>" + header("IDFLUX", FormMoment.of(java.time.Instant.parse("2026-03-02T07:00:00Z")))
                + "<TypeForm>SU</TypeForm><Reference><ReferenceType>1</ReferenceType>"
                + "<ReferenceOrigin>2</ReferenceOrigin><ReferenceNbr>TICKET-9</ReferenceNbr></Reference>"
                + "<IdfluxInformation><JustificationCode>90</JustificationCode>"
                + "<EffectiveStartingDate>2026-03-01</EffectiveStartingDate><EmployerId>"
                + "<NOSSRegistrationNbr>100006</NOSSRegistrationNbr><CompanyID>206731645</CompanyID></EmployerId>"
                + "<ValidSituation><INSS>" + renewed + "</INSS></ValidSituation><OutdatedSituation><INSS>" + old
                + "</INSS></OutdatedSituation></IdfluxInformation></Form></IDFLUX>";
    }
}
