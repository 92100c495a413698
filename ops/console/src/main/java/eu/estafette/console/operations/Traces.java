package eu.estafette.console.operations;

import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened in a case, for other parts of the desk to show beside what they show. */
public final class Traces {

    private final TraceQueries queries;

    public Traces(JdbcClient jdbc, InstantSource clock) {
        queries = new TraceQueries(jdbc, clock);
    }

    /** @param ref of a case, a notice or an event that is known */
    public List<?> of(String ref) {
        return queries.trace(ref).items();
    }
}
