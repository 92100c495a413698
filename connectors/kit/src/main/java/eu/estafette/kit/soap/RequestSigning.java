package eu.estafette.kit.soap;

import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import eu.estafette.kit.xml.XmlText;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.XMLSignatureException;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;

/** Holds a written request back until it is whole, and sends it signed. */
final class RequestSigning extends AbstractPhaseInterceptor<Message> {

    private static final XmlLimits OUR_OWN = new XmlLimits(64, 4 * 1024 * 1024);

    private final KeyStoreFile key;
    private final InstantSource realTime;

    RequestSigning(KeyStoreFile key, InstantSource realTime) {
        super(Phase.PRE_STREAM);
        this.key = key;
        this.realTime = realTime;
    }

    @Override
    public void handleMessage(Message message) {
        OutputStream partner = message.getContent(OutputStream.class);
        var written = new ByteArrayOutputStream();
        message.setContent(OutputStream.class, written);
        message.getInterceptorChain().add(new Ending(partner, written));
    }

    private final class Ending extends AbstractPhaseInterceptor<Message> {

        private final OutputStream partner;
        private final ByteArrayOutputStream written;

        Ending(OutputStream partner, ByteArrayOutputStream written) {
            super(Phase.PRE_STREAM_ENDING);
            this.partner = partner;
            this.written = written;
        }

        @Override
        public void handleMessage(Message message) {
            try {
                Element envelope = XmlRecords.document(new ByteArrayInputStream(written.toByteArray()), OUR_OWN);
                new EnvelopeSignature().sign(envelope, key.identity(), realTime.instant());
                partner.write(XmlText.of(envelope));
                message.setContent(OutputStream.class, partner);
            } catch (IOException e) {
                throw new Fault(e);
            } catch (GeneralSecurityException | MarshalException | XMLSignatureException | XmlRefusedException e) {
                throw new Fault(new SoapCallException(
                        "NOT_SIGNED", 0, "the request could not be signed with the key in " + key.path(), false));
            }
        }
    }
}
