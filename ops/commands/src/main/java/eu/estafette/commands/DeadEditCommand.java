package eu.estafette.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends a dead letter anew, with other content. */
@Command(
        name = "edit",
        abbreviateSynopsis = true,
        description = {
            "Sends a notice anew that was refused for good, with some of its fields changed.",
            "The new one names the old one, which is given up."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:given, with --wait carried out", "1:not carried out", Exit.HUB_TEXT})
final class DeadEditCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private HubOptions options;

    @Mixin
    private CommandOptions following = new CommandOptions();

    @Mixin
    private OnRecord letter = new OnRecord();

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "a field and what it is to hold: text, or JSON such as 12, true, null or {\"...\"}",
            required = true)
    private Map<String, String> fields = new LinkedHashMap<>();

    DeadEditCommand(HubOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws TroubleException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("noticeId", letter.id());
        ObjectNode data = body.putObject("data");
        fields.forEach((field, value) -> data.set(field, value(value)));
        letter.reason().neededIn(body);
        HubClient hub = options.hub();
        return following.follow(options, hub, hub.post("/api/ops/dead/edit", body.toString()));
    }

    /** What is no JSON is text. */
    private static JsonNode value(String typed) {
        try {
            return Optional.ofNullable(JSON.readTree(typed))
                    .filter(json -> !json.isMissingNode())
                    .orElseGet(() -> JsonNodeFactory.instance.textNode(typed));
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(typed);
        }
    }
}
