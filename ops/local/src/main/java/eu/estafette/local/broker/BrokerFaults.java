package eu.estafette.local.broker;

import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.apache.kafka.server.fault.ProcessTerminatingFaultHandler;

/**
 * Faults while starting are the caller's to handle; once the broker runs, a fatal one ends the JVM as it ends a broker of its
 * own, because a process whose controller is dead answers nothing ever again.
 */
final class BrokerFaults implements FaultHandlerFactory {

    private volatile boolean endProcess;

    @Override
    public FaultHandler build(String name, boolean fatal, Runnable action) {
        var log = new LoggingFaultHandler(name, action);
        var end = new ProcessTerminatingFaultHandler.Builder().setAction(action).build();
        return (message, cause) -> (fatal && endProcess ? end : log).handleFault(message, cause);
    }

    void endProcess(boolean fatalEnds) {
        endProcess = fatalEnds;
    }
}
