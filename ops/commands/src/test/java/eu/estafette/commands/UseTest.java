package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status        | Usage: estafette status [OPTIONS]        | Shows how the hub does: what came in today, what waits, what is stuck.
                    lanes         | Usage: estafette lanes [OPTIONS]         | Shows per party what waits for it, how it is called, and whether it can be
                    steps         | Usage: estafette steps [OPTIONS] [COMMAND] | Lists the open steps of all cases, in the order in which they were opened:
                    steps answer  | Usage: estafette steps answer [OPTIONS] CASE STEP OUTCOME | Answers an open step that nobody on the case owns: hands it on to a role, or
                    trace         | Usage: estafette trace [OPTIONS] REF     | Shows what became of an event, a case or a notice: one line for each thing that
                    original      | Usage: estafette original [OPTIONS] ID   | Shows a partner's message as it was sent, or writes it to a file.
                    hold          | Usage: estafette hold [-h] COMMAND       | Shows what waits for a case, a role, an original or somebody's consent.
                    hold list     | Usage: estafette hold list [OPTIONS]     | Lists the events that are held, in the order in which they came: what each
                    hold show     | Usage: estafette hold show [OPTIONS] ID  | Shows one event that is held: what it waits for, since when and until when.
                    hold replay   | Usage: estafette hold replay [OPTIONS] ID... | Has held events decided again now.
                    hold discard  | Usage: estafette hold discard [OPTIONS] ID... | Gives held events up: they are never decided.
                    pause         | Usage: estafette pause [OPTIONS] ID      | Calls a party no more until it is resumed; what comes for it waits, and nothing
                    rules         | Usage: estafette rules [-h] COMMAND      | Checks the next-step tables, or explains what they make of a case.
                    rules check   | Usage: estafette rules check [OPTIONS]   | Checks the next-step tables as a whole and lists all faults, each with file,
                    rules explain | Usage: estafette rules explain [OPTIONS] | Tells which rows of a next-step table fire on an event and why, which do not
                    parties       | Usage: estafette parties [-h] COMMAND    | Checks the party files.
                    parties check | Usage: estafette parties check [OPTIONS] | Checks the party files as a whole and lists all faults, each with file and line.
                    reconcile     | Usage: estafette reconcile [OPTIONS]     | Counts from the topics what came of each event and notice of a day, and
                    journal       | Usage: estafette journal [-h] COMMAND    | Looks into the journal.
                    journal verify | Usage: estafette journal verify [OPTIONS] | Recomputes what is still kept of the journal and the chain of its seals from
                    """)
    void eachCommandExplainsItself(String command, String usage, String sentence) {
        // When
        Typed help = Typed.run(Stream.concat(Stream.of(command.split(" ")), Stream.of("--help"))
                .toArray(String[]::new));

        // Then
        assertThat(help.out()).startsWith(usage, sentence);
        assertThat(help.err()).isEmpty();
        assertThat(help.exit()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    status --yaml      | Unknown option: '--yaml' (estafette status --help tells more)
                    status now         | Unmatched argument at index 1: 'now' (estafette status --help tells more)
                    trace              | Missing required parameter: 'REF' (estafette trace --help tells more)
                    trace ''           | REF is empty. (estafette trace --help tells more)
                    steps --after      | Missing required parameter for option '--after' (N) (estafette steps --help tells more)
                    rules              | Missing required subcommand (estafette rules --help tells more)
                    parties check --identifiers real | Invalid value for option '--identifiers': expected one of [PRODUCTION, TEST] (case-insensitive) but was 'real' (estafette parties check --help tells more)
                    """, quoteCharacter = '"')
    void wrongUseIsToldInASentence(String command, String sentence) {
        // When
        Typed typed = Typed.run(Stream.of(command.split(" "))
                .map(word -> word.replace("''", ""))
                .toArray(String[]::new));

        // Then
        assertThat(typed.err()).containsExactly(sentence);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.exit()).isEqualTo(2);
    }

    @Test
    void noCommandIsWrongUse() {
        assertThat(Typed.run().exit()).isEqualTo(2);
    }

    @Test
    void anUnknownCommandIsWrongUse() {
        // When
        Typed typed = Typed.run("staus");

        // Then
        assertThat(typed.err()).containsExactly("Unmatched argument at index 0: 'staus' (estafette --help tells more)");
        assertThat(typed.exit()).isEqualTo(2);
    }
}
