package eu.estafette.connector.magda;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.SignedRequest;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.rig.TestKeys;
import eu.estafette.kit.xml.XmlContract;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.w3c.dom.Element;

/** MAGDA: lets in who has the hub's certificate, refuses what is not signed or not as the schema wants it, and answers as told. */
final class Magda implements AutoCloseable {

    private static final XmlContract CONTRACT = XmlContract.of(Magda.class, "request.xsd");

    private final SoapPartner partner;
    private final TestKeys keys;
    private final Map<String, UnaryOperator<String>> replies = new ConcurrentHashMap<>();

    Magda(Path folder, TestKeys keys) throws Exception {
        this.keys = keys;
        partner = new SoapPartner(folder, Optional.of(keys));
        partner.says(this::reply);
        says("RegistreerInschrijving", Replies.done());
        says("RegistreerUitschrijving", Replies.done());
        says("GeefWerkrelaties", Replies.exception("FOUT", "30001"));
    }

    /** From now on. */
    void says(String operation, UnaryOperator<String> reply) {
        replies.put(operation, reply);
    }

    private String reply(String request) {
        try {
            SignedRequest signed = SignedRequest.of(partner.requests().getLast());
            Element payload = XmlRecords.document(
                    new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)), XmlLimits.STANDARD);
            boolean fits =
                    CONTRACT.breachesOf((Element) payload.getFirstChild()).isEmpty();
            if (!signed.valid()
                    || !signed.signed().contains("Body")
                    || !signed.signed().contains("Timestamp")) {
                throw SoapPartner.refusal("Client", "not signed");
            }
            return fits
                    ? Objects.requireNonNull(replies.get(Replies.operation(request)))
                            .apply(request)
                    : Replies.exceptionBeside("20001").apply(request);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Operation and person of each request, in order. */
    List<String> asked() {
        return partner.requests().stream()
                .map(request ->
                        request.replaceFirst("(?s)^.*<\\w+:Body[^>]*>", "").replaceFirst("</\\w+:Body>.*$", ""))
                .map(request -> Replies.operation(request) + " " + Replies.person(request))
                .toList();
    }

    SoapPartner partner() {
        return partner;
    }

    /** As a party file would name it. */
    DeliveryAddress address() {
        return address(Map.of());
    }

    DeliveryAddress address(Map<String, String> more) {
        Map<String, String> own = new HashMap<>();
        own.put("keyStore", keys.hub().toString());
        own.put("keyStorePassword", TestKeys.PASSWORD);
        own.put("trustStore", keys.ofPartner().toString());
        own.put("trustStorePassword", TestKeys.PASSWORD);
        own.put("identification", "https://estafette.example/hub");
        own.put("capacity", "7701");
        own.putAll(more);
        return partner.address("magda", own);
    }

    @Override
    public void close() throws Exception {
        partner.close();
    }
}
