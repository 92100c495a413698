package eu.estafette.domain.table;

import java.time.Period;
import java.util.List;

/** By when a step is due: of several ways to say it the first that can be worked out. */
public record Term(List<Due> alternatives) {

    public static final Term NONE = new Term(List.of());

    public Term {
        alternatives = List.copyOf(alternatives);
    }

    /** One way to say when. */
    public sealed interface Due {

        /** So long after the day of decision. */
        record After(Period duration) implements Due {}

        /** A date of the event or its object, moved by a duration, which may be negative or zero. */
        record OnField(String field, Period moved) implements Due {}
    }
}
