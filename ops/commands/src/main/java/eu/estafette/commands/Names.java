package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;

/** Who did or must do something. */
final class Names {

    private Names() {}

    /** The party, and behind a slash its person or desk where one is named. */
    static String party(JsonNode item) {
        return Text.always(item, "party")
                + Text.of(item, "person").map(person -> "/" + person).orElse("");
    }
}
