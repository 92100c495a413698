package eu.estafette.hub.polling;

import eu.estafette.hub.group.GroupFlow;

/** Runs the pollers that fall to this process. */
public final class PollingFlow extends GroupFlow {

    private final PollingClients clients;
    private final PollerStarter starter;

    PollingFlow(PollingClients clients, PollerStarter starter) {
        super("polling");
        this.clients = clients;
        this.starter = starter;
    }

    @Override
    protected Session session() {
        return new PollingSession(clients.member(), starter);
    }
}
