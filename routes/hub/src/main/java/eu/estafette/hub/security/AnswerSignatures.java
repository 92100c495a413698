package eu.estafette.hub.security;

import eu.estafette.kit.party.Party;
import java.util.List;
import java.util.Map;

/** Tells who signed an answer. */
public interface AnswerSignatures {

    /**
     * Whether the party signed this call, by any of its secrets and within the time that a signature lasts.
     *
     * @param body    as it came, byte by byte
     * @param headers of the call, the signature's among them
     */
    boolean isGenuine(Party party, byte[] body, Map<String, List<String>> headers);
}
