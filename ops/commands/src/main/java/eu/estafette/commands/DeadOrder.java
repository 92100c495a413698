package eu.estafette.commands;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.function.Consumer;

/** The two calls of which a replay and a discard consist: the dry run, and what is done to exactly what it showed. */
record DeadOrder(HubOptions options, DeadLetters letters, CommandOptions following) {

    /** @param terms adds how it is to be done */
    int carryOut(String verb, Consumer<ObjectNode> terms) throws TroubleException {
        HubClient hub = options.hub();
        String path = "/api/ops/dead/" + verb;
        Optional<String> selection = letters.selection();
        if (selection.isEmpty()) {
            HubAnswer plan = hub.ask(path, letters.dryRun().toString());
            selection = Text.of(plan.json(), "selection");
            if (!letters.now() || selection.isEmpty()) {
                options.print(plan, () -> DeadLetters.lines(plan.json(), verb));
                return Exit.OK;
            }
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("selection", selection.get());
        terms.accept(body);
        return following.follow(options, hub, hub.post(path, body.toString()));
    }
}
