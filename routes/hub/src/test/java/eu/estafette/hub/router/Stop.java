package eu.estafette.hub.router;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The clients of a router's process, and where it stops. From there on none of its threads gets anything done, as after kill -9; only when
 * the test lets it does it wake, a zombie that must change nothing any more.
 */
final class Stop implements KafkaClientSupplier, AutoCloseable {

    /** On which side of what, where some record is concerned. */
    enum Moment {
        /** It was read, and nothing is done about it. */
        READ,
        /** What goes before it in its transaction is sent. */
        SENDING,
        /** All of the transaction is sent, but the positions. */
        SENT,
        BEFORE_COMMIT,
        AFTER_COMMIT,
        /** The commit takes place in a rebalance, as the partition goes to another process. */
        BEFORE_GIVING_UP,
        AFTER_GIVING_UP,
        /** It was read to restore a store. */
        RESTORING
    }

    /** A record under way, whichever way. */
    record Passing(String topic, byte @Nullable [] value, Headers headers) {}

    /** What happens there. */
    interface Happening {
        void happen() throws Exception;
    }

    private final Moment moment;
    private final Predicate<Passing> at;
    private final Happening happening;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;
    private volatile boolean holds;
    private volatile boolean polls;

    /** Stops there. */
    Stop(Moment moment, Predicate<Passing> at) {
        this.moment = moment;
        this.at = at;
        this.happening = () -> stopped = true;
    }

    /** Something happens there, the first time. */
    Stop(Moment moment, Predicate<Passing> at, Happening happening) {
        this.moment = moment;
        this.at = at;
        this.happening = happening;
    }

    /** Stops nowhere. */
    static Stop never() {
        return new Stop(Moment.READ, record -> false);
    }

    /** Whether it came to that. */
    boolean hasHappened() {
        return reached.getCount() == 0;
    }

    /** Whether the record is in the transaction that is open. */
    boolean isSent() {
        return holds;
    }

    /** Whether nothing goes on in the process. */
    boolean isStopped() {
        return stopped;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return watched(Admin.class, Admin.create(config), false);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        var producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        return watched(Producer.class, producer, false);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config, false);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config, true);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        throw new UnsupportedOperationException("the router has no global store");
    }

    @SuppressWarnings("unchecked")
    private Consumer<byte[], byte[]> consumer(Map<String, Object> config, boolean restores) {
        var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        return watched(Consumer.class, consumer, restores);
    }

    private <T> T watched(Class<T> type, T client, boolean restores) {
        return type.cast(Proxy.newProxyInstance(
                Stop.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(client, restores, method, arguments)));
    }

    private @Nullable Object call(Object client, boolean restores, Method method, Object @Nullable [] arguments)
            throws Throwable {
        pass();
        String name = method.getName();
        boolean mine = client instanceof Consumer && !restores && name.equals("poll");
        boolean commits = name.equals("commitTransaction") && holds;
        if (name.equals("beginTransaction")) {
            holds = false;
        }
        if (name.equals("send") && arguments != null && isIt((ProducerRecord<?, ?>) arguments[0])) {
            if (moment == Moment.SENDING) {
                reach();
            }
            holds = true;
        }
        if (name.equals("sendOffsetsToTransaction") && holds && moment == Moment.SENT) {
            reach();
        }
        if (commits && (moment == Moment.BEFORE_COMMIT || polls && moment == Moment.BEFORE_GIVING_UP)) {
            reach();
        }
        polls = mine || polls;
        Object result;
        try {
            result = method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            polls = !mine && polls;
        }
        if (commits && (moment == Moment.AFTER_COMMIT || polls && moment == Moment.AFTER_GIVING_UP)) {
            reach();
        }
        if (result instanceof ConsumerRecords<?, ?> read
                && moment == (restores ? Moment.RESTORING : Moment.READ)
                && StreamSupport.stream(read.spliterator(), false).anyMatch(this::isIt)) {
            reach();
        }
        pass();
        return result;
    }

    private boolean isIt(ProducerRecord<?, ?> record) {
        return at.test(new Passing(record.topic(), (byte[]) record.value(), record.headers()));
    }

    private boolean isIt(ConsumerRecord<?, ?> record) {
        return at.test(new Passing(record.topic(), (byte[]) record.value(), record.headers()));
    }

    private void reach() throws Exception {
        if (!hasHappened()) {
            reached.countDown();
            happening.happen();
            pass();
        }
    }

    private void pass() {
        boolean interrupted = false;
        while (stopped) {
            try {
                over.await();
                stopped = false;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Its threads wake. */
    @Override
    public void close() {
        over.countDown();
    }
}
