package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names, options and exit codes are what scripts rely on. */
class UsageTest {

    @Test
    void helpListsTheCommandsAndTheExitCodes() {
        // When
        Run run = Run.of("--help");

        // Then
        assertThat(run.out()).isEqualTo("""
                        Usage: estafette [-hV] COMMAND
                        Shows what a hub does, and checks its configuration.
                          -h, --help      Show this help message and exit.
                          -V, --version   Print version information and exit.
                        Commands:
                          status   Shows how the hub does and what needs somebody.
                          lanes    Shows what waits for each party, since when, and whether the party
                                     can be reached.
                          steps    Shows the open steps: what must be done, by whom, until when.
                          trace    Shows the whole way of an event, a case or a notice, step by step.
                          rules    The next-step tables.
                          parties  The parties, as configured.

                        Exit codes:
                          0   all is well
                          1   something needs attention
                          2   the command was given wrongly, or no hub answers
                        """);
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void eachCommandExplainsItself() {
        assertThat(Run.of("steps", "--help").out()).isEqualTo("""
                        Usage: estafette steps [-hV] [--json] [--after=CURSOR] [--client=ID]
                                               [--issuer=URL] [--secret=SECRET] [--url=URL] [--overdue
                                               | --unowned]
                        Shows the open steps: what must be done, by whom, until when.
                              --after=CURSOR    With --json: the part of the list after this, the
                                                  'next' of an earlier answer.
                              --client=ID       OAuth2 client of an operator. Default:
                                                  ESTAFETTE_CLIENT, else operator.
                          -h, --help            Show this help message and exit.
                              --issuer=URL      Issuer of tokens. Default: the hub's own.
                              --json            Print the hub's answer unchanged.
                              --overdue         Only steps whose due date is past.
                              --secret=SECRET   Its secret. Default: ESTAFETTE_SECRET, else that of the
                                                  local mode.
                              --unowned         Only steps for which nobody could be found.
                              --url=URL         The hub. Default: ESTAFETTE_URL, else the address in
                                                  data/estafette.json.
                          -V, --version         Print version information and exit.
                        """);
        for (String command : new String[] {"status", "lanes", "trace"}) {
            assertThat(Run.of(command, "--help").out())
                    .contains("--url=URL", "--client=ID", "--secret=SECRET", "--issuer=URL", "--json");
        }
        assertThat(Run.of("trace", "--help").out())
                .contains("REF", "An event id, a sender's business key, a caseRef or a");
        assertThat(Run.of("rules", "check", "--help").out()).contains("--config=DIR", "--json");
        assertThat(Run.of("parties", "check", "--help").out()).contains("--config=DIR", "--json", "--identifiers=MODE");
    }

    @Test
    void wrongUseEndsWithTwoAndSaysWhy() {
        assertWrong("Missing required subcommand");
        assertWrong("Unmatched argument at index 0: 'stauts'", "stauts");
        assertWrong("Missing required parameter: 'REF'", "trace");
        assertWrong(
                "--overdue, --unowned are mutually exclusive (specify only one)", "steps", "--overdue", "--unowned");
        assertWrong("Missing required subcommand", "rules");
    }

    private static void assertWrong(String why, String... args) {
        // When
        Run run = Run.of(args);

        // Then
        assertThat(run.err()).contains(why);
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
