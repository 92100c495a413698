package eu.estafette.kit.soap.door;

import eu.estafette.kit.problem.Issue;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** What a standard makes of the messages that come in by its door. Thread-safe. */
public interface SoapStandard {

    /** The word in {@code receive.by} of those who may come in, and the door's name in its address. */
    String name();

    /** Header entries that it knows what to do with; any other that must be understood ends the call. */
    Set<QName> understood();

    SoapReading read(SoapRequest request);

    /** What the sender is told once all events are durable. */
    Element taken(SoapRequest request);

    /**
     * What the sender is told of a message of which nothing was kept.
     *
     * @param issues at least one, all of one stage, in the partner's names
     */
    Element refused(SoapRequest request, List<Issue> issues);
}
