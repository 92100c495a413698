package eu.estafette.hub.polling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A network on which one commit is lost from sight: its caller is told that nobody answered, and it reaches the broker when the next
 * transaction begins.
 */
final class LateCommit extends PollingClients {

    private final PollingClients clients;
    private final int number;
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicReference<Producer<byte[], byte[]>> onItsWay = new AtomicReference<>();
    private volatile boolean arrived;

    /** @param number of the commit, from 1 */
    LateCommit(PollingClients clients, int number) {
        super(Map.of(), "");
        this.clients = clients;
        this.number = number;
    }

    boolean hasArrived() {
        return arrived;
    }

    @Override
    Consumer<byte[], byte[]> member() {
        return clients.member();
    }

    @Override
    Consumer<byte[], byte[]> reader() {
        return clients.reader();
    }

    @Override
    String transactionalId() {
        return clients.transactionalId();
    }

    @Override
    @SuppressWarnings("unchecked")
    Producer<byte[], byte[]> producer(String transactionalId) {
        Producer<byte[], byte[]> producer = clients.producer(transactionalId);
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> call(producer, method, arguments));
    }

    private @Nullable Object call(Producer<byte[], byte[]> producer, Method method, Object[] arguments)
            throws Throwable {
        switch (method.getName()) {
            case "commitTransaction" -> {
                if (commits.incrementAndGet() == number) {
                    producer.flush();
                    onItsWay.set(producer);
                    throw new TimeoutException("nobody answered");
                }
            }
            case "beginTransaction" ->
                Optional.ofNullable(onItsWay.getAndSet(null)).ifPresent(this::arrive);
            case "abortTransaction", "close" -> {
                if (producer == onItsWay.get()) {
                    return null; // what the process does from here on reaches nobody
                }
            }
            default -> {}
        }
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void arrive(Producer<byte[], byte[]> late) {
        try (late) {
            late.commitTransaction();
        } catch (KafkaException refused) {
            // the broker may well refuse it by now
        }
        arrived = true;
    }
}
