package eu.estafette.acceptance.guarantee;

/** Kafka, as hubs see it. */
interface Brokers extends AutoCloseable {

    /** Bootstrap servers. */
    String address();

    @Override
    void close() throws Exception;
}
