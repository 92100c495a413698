package eu.estafette.hub.topics;

/** The hub does not start: topics are missing or not as planned. The message says which and what to do. */
public class TopicsNotAsPlannedException extends RuntimeException {

    public TopicsNotAsPlannedException(String message) {
        super(message);
    }
}
