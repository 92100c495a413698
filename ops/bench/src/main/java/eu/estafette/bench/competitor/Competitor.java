package eu.estafette.bench.competitor;

/** A way to run the router over {@code estafette.events}. */
interface Competitor extends AutoCloseable {

    /** Begins; returns before all is routed. The open cases are read from the changelog first. */
    void start();

    /** How many events have all their effects durable, and visible to those who read only what is committed. */
    long settled();

    @Override
    void close();
}
