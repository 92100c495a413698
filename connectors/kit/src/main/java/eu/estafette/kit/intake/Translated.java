package eu.estafette.kit.intake;

import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.problem.Issue;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a connector made of a message in another standard.
 *
 * @param partnersName how the partner calls a field: {@code data.subject.number} is {@code INSZ} in its file. Names it does not know it gives
 *                     back as they are
 * @param broken       rules of the standard itself that it breaks, in the partner's names; they are told with the hub's own rules, once
 *                     structure and identifiers are in order
 */
public record Translated(IncomingEvent event, UnaryOperator<String> partnersName, List<Issue> broken) {

    public Translated {
        broken = List.copyOf(broken);
    }

    public Translated(IncomingEvent event, UnaryOperator<String> partnersName) {
        this(event, partnersName, List.of());
    }
}
