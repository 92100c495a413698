package eu.estafette.kit.file;

import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;

/** Which key a server must show, told to the verifier with the connection it is for. */
final class ServerKey {

    static final AttributeKey<String> EXPECTED = new AttributeKey<>();

    private ServerKey() {}

    static AttributeRepository expecting(String fingerprint) {
        return AttributeRepository.ofKeyValuePair(EXPECTED, fingerprint);
    }
}
