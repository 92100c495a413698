package eu.estafette.connector.suwinet;

import java.time.LocalDate;
import java.util.Optional;

/**
 * An income relation as one answer has it.
 *
 * @param key      payroll tax number and sequence number; with the person the same from answer to answer
 * @param employer payroll tax number
 * @param name     of the employer
 * @param end      known to the day; may lie ahead
 * @param kind     CdAardIkv of the last income period
 * @param contract CdTypeArbeidscontract of that period
 */
record Employment(
        String key,
        String employer,
        Optional<String> name,
        LocalDate start,
        Optional<LocalDate> end,
        Optional<String> kind,
        Optional<String> contract) {

    /** Its last day was before today, or is today. */
    boolean hasEnded(LocalDate today) {
        return end.isPresent() && !end.get().isAfter(today);
    }

    /** Whether the same is said, ends apart. */
    boolean saysTheSame(Employment other) {
        return start.equals(other.start)
                && name.equals(other.name)
                && kind.equals(other.kind)
                && contract.equals(other.contract);
    }
}
