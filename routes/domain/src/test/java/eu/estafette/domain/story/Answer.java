package eu.estafette.domain.story;

import eu.estafette.domain.event.Fields;

/** An answer or receipt as the door hands it on. */
public record Answer(String party, int notice, String level, String outcome, Fields more) {

    public Answer(String party, int notice, String level, String outcome) {
        this(party, notice, level, outcome, Fields.NONE);
    }

    public Answer with(String field, Object value) {
        return new Answer(party, notice, level, outcome, more.with(field, value));
    }
}
