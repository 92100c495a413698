package eu.estafette.connector.setu;

/** Names of the standard. */
final class Names {

    static final String CONNECTOR = "setu";
    static final String HR = "http://ns.hr-xml.org/2007-04-15";
    static final String NL = "http://ns.setu.nl/2020-01";
    static final String SERVICES = "http://ns.setu.nl/SETUWebServices/2020-01";

    static final String ASSIGNMENT = "Assignment";
    static final String REQUEST = "AssignmentRequestElement";
    static final String ASSIGNMENT_ID = ASSIGNMENT + "/AssignmentId";
    static final String STATUS = ASSIGNMENT + "/@assignmentStatus";
    static final String HUMAN_RESOURCE_ID = ASSIGNMENT + "/ReferenceInformation/HumanResourceId";
    static final String SUPPLIER = ASSIGNMENT + "/ReferenceInformation/StaffingSupplierId";
    static final String CUSTOMER = ASSIGNMENT + "/ReferenceInformation/StaffingCustomerId";
    static final String RANGE = ASSIGNMENT + "/AssignmentDateRange";
    static final String ADDITIONAL = ASSIGNMENT + "/UserArea/AssignmentAdditionalNL";

    private Names() {}
}
