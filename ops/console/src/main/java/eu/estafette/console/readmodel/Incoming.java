package eu.estafette.console.readmodel;

import org.apache.kafka.common.TopicPartition;

/** A change and where it stood. */
record Incoming(TopicPartition partition, long offset, Change change) {}
