package eu.estafette.console.readmodel;

/** The answers to questions, kept in PostgreSQL and always a moment behind Kafka. */
public interface ReadModel {

    /** How it does now; never blocks. */
    ReadModelStatus status();
}
