package eu.estafette.connector.setu;

import eu.estafette.kit.xml.ElementText;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An {@code Assignment} that is as the schema wants it, read by the names of what is in it.
 *
 * @param zone of the party, for moments that name none
 */
record Assignment(ElementText element, ZoneId zone) {

    /** One of the numbers of something. */
    record Id(
            @Nullable String owner,
            @Nullable String name,
            @Nullable String value) {}

    String id() {
        return String.valueOf(element.text("AssignmentId", "IdValue"));
    }

    Optional<Status> status() {
        return Status.of(String.valueOf(element.attribute("assignmentStatus")));
    }

    List<Id> references(String name) {
        return element.child("ReferenceInformation").stream()
                .flatMap(reference -> reference.all(name).stream())
                .map(Assignment::id)
                .toList();
    }

    private static Id id(ElementText entity) {
        Optional<ElementText> value = entity.child("IdValue");
        return new Id(
                entity.attribute("idOwner"),
                value.map(found -> found.attribute("name")).orElse(null),
                entity.text("IdValue"));
    }

    Optional<String> owned(String name, String owner) {
        return references(name).stream()
                .filter(id -> owner.equals(id.owner()))
                .findFirst()
                .map(Id::value);
    }

    Optional<LocalDate> day(String name) {
        return Moments.day(element.text("AssignmentDateRange", name), zone);
    }

    /** A revision that says nothing but when it ended: its start is a filler. */
    boolean onlyEnds() {
        return status().equals(Optional.of(Status.REVISED))
                && day("StartDate").isEmpty()
                && day("ActualEndDate").isPresent();
    }

    /** Empty where shifts are not told by the week. */
    Optional<BigDecimal> hoursPerWeek() {
        return element.all("StaffingShift").stream()
                .filter(shift -> "weekly".equals(shift.attribute("shiftPeriod")))
                .findFirst()
                .map(shift -> shift.text("Hours"))
                .map(BigDecimal::new);
    }

    Optional<ElementText> additional() {
        return element.child("UserArea").flatMap(area -> area.child("AssignmentAdditionalNL"));
    }

    @Nullable
    String additional(String name) {
        return additional().map(found -> found.text(name)).orElse(null);
    }

    /** Without what it holds. */
    @Override
    public String toString() {
        return "Assignment[" + status() + "]";
    }
}
