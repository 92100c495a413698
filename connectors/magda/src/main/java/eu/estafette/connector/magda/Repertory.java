package eu.estafette.connector.magda;

import eu.estafette.kit.soap.SoapCallException;
import java.util.Optional;
import java.util.function.Function;

/** Has MAGDA's repertory hold persons, or hold them no longer. Goes on with the new number where one was replaced. */
record Repertory(MagdaService service) {

    private static final int REPLACEMENTS = 3;
    private static final String DONE = "1";

    /** How it ended. */
    sealed interface Heard {

        /** The repertory is as it was asked to be. */
        record Done() implements Heard {}

        /** It is not. @param code of the {@code Uitzondering}, or {@code RESULTAAT_0} */
        record Failed(String code) implements Heard {}
    }

    /**
     * Asks.
     *
     * @param question about a person, by number
     */
    Heard ask(MagdaAddress address, String number, Function<String, Question> question)
            throws SoapCallException, UnreadableReplyException {
        String known = number;
        for (int asked = 0; asked < REPLACEMENTS; asked++) {
            Question now = question.apply(known);
            Reply reply = service.ask(address, now);
            Optional<String> renewed = renewed(reply, known);
            if (renewed.isEmpty()) {
                return heard(now.operation(), reply);
            }
            known = renewed.get();
        }
        return new Heard.Failed(Codes.REPLACED);
    }

    private static Optional<String> renewed(Reply reply, String number) {
        return reply.failure()
                .filter(remark -> remark.code().equals(Codes.REPLACED))
                .flatMap(remark -> remark.otherThan(number));
    }

    private static Heard heard(Operation operation, Reply reply) {
        Optional<Remark> failure = reply.failure();
        if (failure.isPresent()) {
            String code = failure.get().code();
            return isSoAlready(operation, code) ? new Heard.Done() : new Heard.Failed(code);
        }
        boolean done = reply.content()
                .filter(content -> DONE.equals(content.text("Resultaat")))
                .isPresent();
        return done || reply.remark(Codes.REGISTERED_ALREADY).isPresent()
                ? new Heard.Done()
                : new Heard.Failed("RESULTAAT_0");
    }

    private static boolean isSoAlready(Operation operation, String code) {
        return switch (operation) {
            case REGISTER -> code.equals(Codes.REGISTERED_ALREADY);
            case DEREGISTER -> code.equals(Codes.NOT_REGISTERED);
            case RELATIONS -> false;
        };
    }
}
