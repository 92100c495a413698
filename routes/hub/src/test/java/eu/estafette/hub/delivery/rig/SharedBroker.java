package eu.estafette.hub.delivery.rig;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the one broker of this JVM. It starts with the first that asks, and stops after the last. */
public final class SharedBroker implements ParameterResolver {

    private record Running(TestBroker broker) implements ExtensionContext.Store.CloseableResource {
        @Override
        public void close() throws Throwable {
            broker.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(TestBroker.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(SharedBroker.class))
                .getOrComputeIfAbsent(Running.class, any -> new Running(start()), Running.class)
                .broker();
    }

    private static TestBroker start() {
        try {
            return new TestBroker();
        } catch (Exception e) {
            throw new IllegalStateException("the test broker does not start", e);
        }
    }
}
