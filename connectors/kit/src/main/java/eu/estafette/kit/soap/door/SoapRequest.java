package eu.estafette.kit.soap.door;

import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.xml.XmlText;
import eu.estafette.schemas.Sha256;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * A message of a sender who may come in.
 *
 * @param header   of the envelope
 * @param content  the one element of its body
 * @param original the envelope as it came
 */
public record SoapRequest(Party sender, Optional<Element> header, Element content, OriginalRef original) {

    /** A message that a door took, read once more from its original. */
    public static SoapRequest again(Party sender, OriginalRef original, byte[] envelope) {
        Envelopes.Opened opened = Envelopes.openAgain(envelope);
        return new SoapRequest(sender, opened.header(), opened.content(), original);
    }

    /**
     * The event made of one part of the content: the same content gives the same id, also in another envelope with another stamp and
     * signature.
     *
     * @param part from 1
     */
    public String eventId(int part) {
        return new OriginalRef(digest()).eventId(part);
    }

    /** Of the content, in hex. */
    public String digest() {
        return Sha256.hex(XmlText.of(content));
    }

    /** Without what came: it may hold anything. */
    @Override
    public String toString() {
        return "SoapRequest[" + sender.id() + ", " + content.getLocalName() + ", " + original + "]";
    }
}
