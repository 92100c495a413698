package eu.estafette.connector.setu;

import eu.estafette.connector.setu.Assignment.Id;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** SETU's rules beyond the schema, as far as they concern what the hub reads. Of a status message only those that mean anything there. */
final class Rules {

    private static final Set<String> OWNERS = Set.of("StaffingCustomer", "StaffingCompany", "KvK", "OIN", "BTW", "Fi");
    private static final Set<String> OWNERS_OF_PERSONS = Set.of("StaffingCustomer", "StaffingCompany");
    private static final Set<String> POSITIONS =
            Set.of("recruitment and selection", "secondment", "temporary staffing", "payroll");
    private static final Set<String> PERIODS = Set.of("weekly", "monthly", "daily", "1", "2", "3", "4", "5", "6", "7");
    private static final Set<String> NOT_ALLOWED = Set.of(
            "IntermediaryId",
            "BillToEntityId",
            "TimeCardId",
            "InvoiceId",
            "StaffingOrganizationId",
            "UserArea",
            "MasterOrderId");

    private final Assignment assignment;
    private final List<Issue> issues = new ArrayList<>();

    private Rules(Assignment assignment) {
        this.assignment = assignment;
    }

    static List<Issue> brokenByStatus(Assignment assignment) {
        var rules = new Rules(assignment);
        rules.whatEveryMessageKeeps();
        return rules.issues;
    }

    static List<Issue> brokenBy(Assignment assignment) {
        var rules = new Rules(assignment);
        rules.whatEveryMessageKeeps();
        rules.references();
        rules.period();
        rules.additional();
        return rules.issues;
    }

    static Issue issue(Stage stage, String code, String path, String detail) {
        return new Issue(stage, code, "body", path, Optional.empty(), detail);
    }

    private void broken(String path, String detail) {
        issues.add(issue(Stage.RULE, "businessRule", path, detail));
    }

    private void whatEveryMessageKeeps() {
        if (assignment.status().isEmpty()) {
            broken(Names.STATUS, "must be one of active, revised, cancelled, x:rejected");
        }
        List<ElementText> ids = assignment.element().all("AssignmentId");
        if (ids.size() != 1) {
            broken(Names.ASSIGNMENT_ID, "must be there exactly once");
            return;
        }
        if (!"StaffingCompany".equals(ids.getFirst().attribute("idOwner"))) {
            broken(Names.ASSIGNMENT_ID + "/@idOwner", "must be StaffingCompany");
        }
        if (ids.getFirst().all("IdValue").size() != 1 || ids.getFirst().text("IdValue") == null) {
            broken(Names.ASSIGNMENT_ID + "/IdValue", "must be there exactly once and not be empty");
        }
    }

    private void references() {
        assignment.element().child("ReferenceInformation").ifPresent(reference -> reference.children().stream()
                .map(ElementText::name)
                .filter(NOT_ALLOWED::contains)
                .distinct()
                .forEach(name -> broken(Names.ASSIGNMENT + "/ReferenceInformation/" + name, "is not allowed here")));
        owned("StaffingCustomerId", Names.CUSTOMER, OWNERS, 1, Integer.MAX_VALUE);
        owned("HumanResourceId", Names.HUMAN_RESOURCE_ID, OWNERS_OF_PERSONS, 1, 2);
        owned("StaffingSupplierId", Names.SUPPLIER, OWNERS, 0, Integer.MAX_VALUE);
        if (assignment.references("PositionId").stream().anyMatch(id -> id.value() != null)) {
            broken(Names.ASSIGNMENT + "/ReferenceInformation/PositionId/IdValue", "must be empty");
        }
    }

    private void owned(String name, String path, Set<String> owners, int atLeast, int atMost) {
        List<Id> ids = assignment.references(name);
        if (ids.size() < atLeast || ids.size() > atMost) {
            broken(path, "is there " + ids.size() + " times");
        }
        Set<String> seen = new HashSet<>();
        for (Id id : ids) {
            String owner = String.valueOf(id.owner());
            if (!owners.contains(owner)) {
                broken(
                        path + "/@idOwner",
                        "must be one of "
                                + String.join(", ", owners.stream().sorted().toList()));
            } else if (!seen.add(owner)) {
                broken(path + "/@idOwner", "is there twice: " + owner);
            }
            if (id.value() == null) {
                broken(path + "/IdValue", "must not be empty");
            }
        }
    }

    private void period() {
        Optional<LocalDate> start = assignment.day("StartDate");
        Optional<LocalDate> end = assignment.day("ActualEndDate");
        if (start.isEmpty() && !assignment.onlyEnds()) {
            broken(Names.RANGE + "/StartDate", "must be a date that means something");
        }
        if (start.isPresent() && end.filter(start.get()::isAfter).isPresent()) {
            broken(Names.RANGE + "/ActualEndDate", "lies before StartDate");
        }
        List<ElementText> shifts = assignment.element().all("StaffingShift");
        if (shifts.isEmpty()) {
            broken(Names.ASSIGNMENT + "/StaffingShift", "must be there");
        }
        shifts.stream()
                .map(shift -> shift.attribute("shiftPeriod"))
                .filter(period -> period != null && !PERIODS.contains(period))
                .findFirst()
                .ifPresent(period -> broken(
                        Names.ASSIGNMENT + "/StaffingShift/@shiftPeriod", "must be weekly, monthly, daily or 1 to 7"));
    }

    private void additional() {
        if (assignment.additional().isEmpty()) {
            broken(Names.ADDITIONAL, "must be there");
            return;
        }
        if (!"1.4".equals(assignment.additional("SETUVersionId"))) {
            broken(Names.ADDITIONAL + "/SETUVersionId", "must be 1.4");
        }
        String position = assignment.additional("PositionType");
        if (position != null && !POSITIONS.contains(position)) {
            broken(
                    Names.ADDITIONAL + "/PositionType",
                    "must be one of "
                            + String.join(", ", POSITIONS.stream().sorted().toList()));
        }
    }
}
