package eu.estafette.connector.magda;

import eu.estafette.kit.soap.SoapAnswer;
import eu.estafette.kit.soap.SoapCallException;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapStyle;
import java.time.InstantSource;

/**
 * MAGDA over SOAP, signed. Thread-safe.
 *
 * @param realTime of requests and signatures
 */
public record MagdaService(SoapConnections connections, InstantSource realTime) {

    private static final SoapStyle STYLE = new SoapStyle(true, false);

    /**
     * Asks.
     *
     * @throws SoapCallException        if there is no answer
     * @throws UnreadableReplyException if there is one, and not to this question or not as it should be
     */
    Reply ask(MagdaAddress address, Question question) throws SoapCallException, UnreadableReplyException {
        SoapAnswer answer =
                connections.to(address.service(), STYLE).call("", question.written(address, realTime.instant()));
        return Reply.to(question, answer);
    }
}
