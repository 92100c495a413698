package eu.estafette.connector.magda;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is remembered of an employment.
 *
 * @param number  Dimona number
 * @param said    all that was told or seen of it apart from its end, as {@link Difference#said} writes it
 * @param missing the last answer did not have it any more
 * @param version of the last event about it; 0 for none
 * @param fault   what was wrong with it in the last answer, and was set aside
 */
record Told(
        String number,
        State state,
        String said,
        Optional<LocalDate> end,
        boolean missing,
        int version,
        Optional<String> fault) {

    /** How far it was told. */
    enum State {
        /** Its start was told. */
        RUNNING,
        /** Its start and its end were told. */
        ENDED,
        /** It was told, and that it never was. */
        CANCELLED,
        /** Over or cancelled before the subscription began: nobody was told. */
        SILENT,
        /** What would have been told was not fit to be: it is tried again when the answer says something else. */
        REFUSED
    }

    /** Whether the case knows of it. */
    boolean wasTold() {
        return state != State.SILENT && state != State.REFUSED;
    }

    Told gone() {
        return new Told(number, state, said, end, true, version, fault);
    }

    /** In the answer, and not to be read. */
    Told faulty(String what) {
        return new Told(number, state, said, end, false, version, Optional.of(what));
    }

    /** One that was never whole. */
    static Told unread(String number) {
        return new Told(number, State.REFUSED, "", Optional.empty(), false, 0, Optional.empty());
    }
}
