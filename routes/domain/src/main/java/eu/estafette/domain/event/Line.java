package eu.estafette.domain.event;

/** What one source says about one thing over time: versions of one line replace each other (domain section 2, Moves). */
public record Line(String source, EventType type, String businessKey) {}
