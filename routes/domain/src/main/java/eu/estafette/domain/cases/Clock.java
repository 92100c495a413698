package eu.estafette.domain.cases;

import eu.estafette.domain.event.ObjectKey;
import java.time.LocalDate;

/** A clock of the case: what it is called, what it runs for, and the day at whose beginning in Europe/Brussels it rings. */
public record Clock(String name, ObjectKey object, LocalDate date) {

    public boolean isFor(String otherName, ObjectKey otherObject) {
        return name.equals(otherName) && object.equals(otherObject);
    }
}
