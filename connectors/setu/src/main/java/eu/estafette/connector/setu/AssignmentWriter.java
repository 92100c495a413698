package eu.estafette.connector.setu;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.kit.notice.NoticeText;
import eu.estafette.kit.xml.XmlTree;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Writes a notice as an assignment. Every call made for a notice gives the same tree. What the standard's form wants and the hub does not have
 * is filled as in a status message: empty ids, and dates that mean nothing.
 */
final class AssignmentWriter {

    private static final Map<String, String> OWNERS = Map.of("KVK", "KvK", "OIN", "OIN");
    private static final Map<String, String> POSITIONS =
            Map.of("TEMP_AGENCY", "temporary staffing", "SECONDMENT", "secondment");
    private static final String COMPANY = "StaffingCompany";
    private static final String CUSTOMER = "StaffingCustomer";

    private final NoticeText text;
    private final PartyId receiver;

    AssignmentWriter(NoticeText text, PartyId receiver) {
        this.text = text;
        this.receiver = receiver;
    }

    Element write(Operation operation) {
        XmlTree tree;
        if (operation.isFull()) {
            tree = XmlTree.of(Names.SERVICES, "s:" + Names.REQUEST).begin(Names.HR, "hr:" + Names.ASSIGNMENT);
        } else {
            tree = XmlTree.of(Names.HR, "hr:" + Names.ASSIGNMENT);
        }
        tree.attribute("assignmentStatus", operation.status().word());
        id(tree, "AssignmentId", COMPANY, text.key());
        tree.begin("ReferenceInformation");
        if (operation.isFull()) {
            references(tree);
        } else {
            id(tree, "StaffingCustomerId", null, "");
            id(tree, "HumanResourceId", null, "");
            id(tree, "PositionId", null, "");
        }
        tree.end().element("CustomerReportingRequirements", "");
        Optional<LocalDate> start = operation.isFull() ? text.date("startDate") : Optional.empty();
        rates(tree, start.orElse(Moments.FILLER));
        shift(tree);
        tree.begin("AssignmentDateRange").element("StartDate", start.orElse(Moments.FILLER));
        if (operation.isFull()) {
            tree.element("ExpectedEndDate", text.date("plannedEnd").orElse(null))
                    .element("ActualEndDate", text.date("actualEnd").orElse(null));
        }
        tree.end();
        additional(tree, operation);
        return tree.root();
    }

    private void references(XmlTree tree) {
        Optional<PartyIdentifier> customer = text.party("workplace");
        Optional<PartyIdentifier> supplier = text.party("employer");
        customer.ifPresentOrElse(
                found -> party(tree, "StaffingCustomerId", found, CUSTOMER),
                () -> id(tree, "StaffingCustomerId", CUSTOMER, receiver.value()));
        id(tree, "HumanResourceId", COMPANY, text.notice().getCaseRef());
        id(tree, "PositionId", null, "");
        supplier.ifPresent(found -> party(tree, "StaffingSupplierId", found, COMPANY));
    }

    private static void party(XmlTree tree, String name, PartyIdentifier party, String otherwise) {
        id(tree, name, OWNERS.getOrDefault(party.scheme(), otherwise), party.number());
    }

    private static void id(XmlTree tree, String name, @org.jspecify.annotations.Nullable String owner, String value) {
        tree.begin(name).attribute("idOwner", owner).element("IdValue", value).end();
    }

    /** The form wants rates, and the hub has none: no amount stands in them. */
    private static void rates(XmlTree tree, LocalDate start) {
        tree.begin("Rates")
                .attribute("rateType", "bill")
                .attribute("rateStatus", "agreed")
                .element("Class", "")
                .element("StartDate", start)
                .end();
    }

    private void shift(XmlTree tree) {
        tree.begin("StaffingShift").attribute("shiftPeriod", "weekly");
        id(tree, "Id", null, "");
        tree.element(
                        "Hours",
                        text.decimal("hoursPerWeek")
                                .map(AssignmentWriter::plain)
                                .orElse(null))
                .end();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private void additional(XmlTree tree, Operation operation) {
        tree.begin("UserArea").begin(Names.NL, "nl:AssignmentAdditionalNL").element("SETUVersionId", "1.4");
        if (operation.isFull()) {
            tree.element("JobTitle", text.label("function").orElse(null));
        }
        tree.element("InclusiveRate", false);
        if (operation.isFull()) {
            if (text.decimal("hoursPerWeek").isEmpty()) {
                // SETU wants to be told of hours; this much is true of any
                tree.begin("HumanResourceInformation")
                        .begin("StaffingShiftAddition")
                        .attribute("shiftPeriod", "weekly")
                        .element("MinimumHours", 0)
                        .end()
                        .end();
            }
            tree.element(
                    "PositionType",
                    text.code("contractForm").map(POSITIONS::get).orElse(null));
        }
        tree.end().end();
    }
}
