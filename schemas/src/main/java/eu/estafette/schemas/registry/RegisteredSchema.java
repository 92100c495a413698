package eu.estafette.schemas.registry;

import org.apache.avro.Schema;

/** A version of a subject as the registry has it. */
public record RegisteredSchema(String subject, int version, int id, Schema schema) {}
