package eu.estafette.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What a partner sent, as it was sent. */
@Command(
        name = "original",
        abbreviateSynopsis = true,
        description = {
            "Shows a partner's message as it was sent, or writes it to a file.",
            "That it was read, and why, goes on record."
        },
        exitCodeListHeading = Exit.HEADING,
        exitCodeList = {"0:it is there", "1:nothing is kept under this name", Exit.HUB_TEXT})
final class OriginalCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private HelpOption help = new HelpOption();

    @Mixin
    private WhichHub which;

    @Parameters(
            paramLabel = "ID",
            description = "id or place of an event, place of an invalid part, or the message's SHA-256")
    private String id = "";

    @Mixin
    private ReasonOption reason = new ReasonOption();

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; there must be no such file yet")
    private Optional<Path> out = Optional.empty();

    OriginalCommand(Surroundings around) {
        which = new WhichHub(around);
    }

    @Override
    public Integer call() throws TroubleException {
        if (reason.text().isEmpty()) {
            throw new TroubleException("Say why: this needs --reason TEXT. Nothing was read.");
        }
        if (out.filter(Files::exists).isPresent()) {
            throw new TroubleException(out.get() + " is there already: name another file. Nothing was read.");
        }
        try {
            Path copy = Files.createTempFile("estafette-original", "");
            try {
                return shown(copy);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new TroubleException("It cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private int shown(Path copy) throws TroubleException, IOException {
        boolean found = which.hub()
                .download(
                        new Query("/api/ops/originals/" + Query.part(id))
                                .with("reason", reason.text())
                                .toString(),
                        copy);
        if (!found) {
            say("Nothing that was sent is kept under " + id + ".");
        } else if (out.isPresent()) {
            Files.move(copy, out.get());
            say(Files.size(out.get()) + " bytes in " + out.get() + ".");
        } else {
            say(new String(Files.readAllBytes(copy), StandardCharsets.UTF_8));
        }
        return Exit.attentionIf(!found);
    }

    private void say(String text) {
        spec.commandLine().getOut().println(text);
    }
}
