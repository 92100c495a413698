package eu.estafette.kit.soap;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hub's connections to partners' SOAP services, one for each address. Thread-safe. */
public final class SoapConnections implements AutoCloseable {

    private final SoapLimits limits;
    private final InstantSource realTime;
    private final Map<Service, SoapService> open = new ConcurrentHashMap<>();

    /** @param realTime of signatures; never the hub's own time */
    public SoapConnections(SoapLimits limits, InstantSource realTime) {
        this.limits = limits;
        this.realTime = realTime;
    }

    private record Service(SoapAddress address, SoapStyle style) {}

    /**
     * Nothing is called yet.
     *
     * @throws SoapCallException if its key or trust material cannot be read
     */
    public SoapService to(SoapAddress address, SoapStyle style) throws SoapCallException {
        var service = new Service(address, style);
        SoapService known = open.get(service);
        if (known != null) {
            return known;
        }
        SoapService made = SoapService.to(address, style, limits, realTime);
        SoapService before = open.putIfAbsent(service, made);
        if (before == null) {
            return made;
        }
        made.close();
        return before;
    }

    @Override
    public void close() {
        open.values().forEach(SoapService::close);
        open.clear();
    }
}
