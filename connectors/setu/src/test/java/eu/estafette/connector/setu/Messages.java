package eu.estafette.connector.setu;

/** Messages as a staffing company would send them. */
final class Messages {

    static final String KVK_SUPPLIER = "68750111";
    static final String KVK_CUSTOMER = "68750114";

    private Messages() {}

    /** A complete assignment, of a person by BSN. */
    static String full(String status, String id, String bsn) {
        return request(assignment(
                status,
                id,
                "<HumanResourceId idOwner=\"StaffingCompany\"><IdValue name=\"BSN\">" + bsn
                        + "</IdValue></HumanResourceId>",
                "2026-03-16",
                "<ExpectedEndDate>2026-09-30</ExpectedEndDate>",
                "32"));
    }

    static String request(String assignment) {
        return "<s:AssignmentRequestElement xmlns:s=\"" + Names.SERVICES + "\">" + assignment
                + "</s:AssignmentRequestElement>";
    }

    static String assignment(String status, String id, String person, String start, String ends, String hours) {
        return "<Assignment xmlns=\"" + Names.HR + "\" assignmentStatus=\"" + status + "\">"
                + "<AssignmentId idOwner=\"StaffingCompany\"><IdValue>" + id + "</IdValue></AssignmentId>"
                + "<ReferenceInformation><StaffingCustomerId idOwner=\"KvK\"><IdValue>" + KVK_CUSTOMER
                + "</IdValue></StaffingCustomerId>" + person + "<PositionId><IdValue/></PositionId>"
                + "<StaffingSupplierId idOwner=\"KvK\"><IdValue>" + KVK_SUPPLIER
                + "</IdValue></StaffingSupplierId></ReferenceInformation><CustomerReportingRequirements/>"
                + "<Rates rateType=\"bill\" rateStatus=\"agreed\"><Amount rateAmountPeriod=\"hourly\" currency=\"EUR\">25.5</Amount>"
                + "<Class>TimeInterval</Class><StartDate>2026-03-16</StartDate></Rates>"
                + "<StaffingShift shiftPeriod=\"weekly\"><Id><IdValue/></Id><Hours>" + hours
                + "</Hours></StaffingShift>"
                + "<AssignmentDateRange><StartDate>" + start + "</StartDate>" + ends + "</AssignmentDateRange>"
                + "<UserArea><AssignmentAdditionalNL xmlns=\"" + Names.NL
                + "\"><SETUVersionId>1.4</SETUVersionId><JobTitle>Magazijnmedewerker</JobTitle><InclusiveRate>false</InclusiveRate>"
                + "<PositionType>temporary staffing</PositionType></AssignmentAdditionalNL></UserArea></Assignment>";
    }

    /** Nothing but id, status and reason means anything in it. */
    static String status(String status, String id) {
        return "<Assignment xmlns=\"" + Names.HR + "\" assignmentStatus=\"" + status + "\">"
                + "<AssignmentId idOwner=\"StaffingCompany\"><IdValue>" + id + "</IdValue></AssignmentId>"
                + "<ReferenceInformation><StaffingCustomerId><IdValue/></StaffingCustomerId><HumanResourceId><IdValue/>"
                + "</HumanResourceId><PositionId><IdValue/></PositionId></ReferenceInformation><CustomerReportingRequirements/>"
                + "<Rates rateType=\"bill\" rateStatus=\"agreed\"><Class/><StartDate>1111-11-11</StartDate></Rates>"
                + "<StaffingShift><Id><IdValue/></Id></StaffingShift>"
                + "<AssignmentDateRange><StartDate>1111-11-11</StartDate></AssignmentDateRange>"
                + "<UserArea><AssignmentAdditionalNL xmlns=\"" + Names.NL
                + "\"><SETUVersionId>1.4</SETUVersionId><ReasonOfChange>no longer needed</ReasonOfChange><InclusiveRate>false</InclusiveRate>"
                + "</AssignmentAdditionalNL></UserArea></Assignment>";
    }
}
