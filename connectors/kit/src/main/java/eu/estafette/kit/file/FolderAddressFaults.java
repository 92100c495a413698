package eu.estafette.kit.file;

import eu.estafette.kit.party.DeliveryAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is wrong with the address of a partner's folders, one sentence each. */
final class FolderAddressFaults {

    private FolderAddressFaults() {}

    static List<String> of(DeliveryAddress address) {
        Optional<Protocol> protocol = address.setting("url").flatMap(FolderAddress::protocolOf);
        List<String> faults = new ArrayList<>();
        if (protocol.isEmpty()) {
            faults.add("\"url\" must be sftp://user@host:port/path, without a password in it, or the same with ftps://"
                    + " (TLS from the first byte on) or ftpes:// (TLS begun by AUTH)");
        }
        if (protocol.filter(Protocol::isTls).isPresent()) {
            tls(address, faults);
        } else {
            sftp(address, faults);
        }
        return faults;
    }

    private static void sftp(DeliveryAddress address, List<String> faults) {
        if (address.setting(FolderAddress.HOST_KEY)
                .filter(key -> key.startsWith("SHA256:"))
                .isEmpty()) {
            faults.add(
                    "\"hostKey\" must be the fingerprint of the server's key, SHA256:...; without it anybody could be that server");
        }
        none(address, FolderAddress.CERTIFICATE, "\"certificate\" is for ftps://; SFTP has \"hostKey\"", faults);
        none(address, FolderAddress.CA, "\"ca\" is for ftps://; SFTP has \"hostKey\"", faults);
        if (address.setting("password").isEmpty() == address.setting("key").isEmpty()) {
            faults.add("one of \"password\" and \"key\" is needed, and only one");
        }
    }

    private static void tls(DeliveryAddress address, List<String> faults) {
        Optional<String> pin = address.setting(FolderAddress.CERTIFICATE);
        Optional<String> authority = address.setting(FolderAddress.CA);
        if (pin.isEmpty() == authority.isEmpty()) {
            faults.add(
                    "one of \"certificate\" (the server's, SHA256:...) and \"ca\" (who signed it, PEM) is needed, and"
                            + " only one; without it anybody could be that server");
        }
        pin.filter(text -> CertificatePin.of(text).isEmpty())
                .ifPresent(text ->
                        faults.add("\"certificate\" must be SHA256: and 64 hex digits, as openssl x509 -fingerprint"
                                + " -sha256 prints them"));
        authority
                .filter(text -> !TrustedServers.canRead(text))
                .ifPresent(text -> faults.add("\"ca\" must be certificates in PEM form"));
        none(address, FolderAddress.HOST_KEY, "\"hostKey\" is for sftp://; FTPS has \"certificate\" or \"ca\"", faults);
        if (address.setting("password").isEmpty()) {
            faults.add("\"password\" is needed");
        }
        none(address, "key", "\"key\" is for sftp://; FTPS lets in by password", faults);
    }

    private static void none(DeliveryAddress address, String key, String fault, List<String> faults) {
        if (address.setting(key).isPresent()) {
            faults.add(fault);
        }
    }
}
