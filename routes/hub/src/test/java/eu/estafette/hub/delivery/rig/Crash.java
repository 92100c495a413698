package eu.estafette.hub.delivery.rig;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where a process dies: at the commit of the first transaction that holds a certain record, before or after it. Its thread goes no farther, as
 * after kill -9; only when the test is over does it wake, a zombie that must change nothing any more.
 */
public final class Crash implements UnaryOperator<Producer<byte[], byte[]>>, AutoCloseable {

    /** On which side of the commit. */
    public enum When {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    private final When when;
    private final Predicate<ProducerRecord<byte[], byte[]>> at;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean holds;

    public Crash(When when, Predicate<ProducerRecord<byte[], byte[]>> at) {
        this.when = when;
        this.at = at;
    }

    /** Whether the process has died. */
    public boolean hasHappened() {
        return reached.getCount() == 0;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Producer<byte[], byte[]> apply(Producer<byte[], byte[]> producer) {
        return (Producer<byte[], byte[]>) Proxy.newProxyInstance(
                Crash.class.getClassLoader(),
                new Class<?>[] {Producer.class},
                (proxy, method, arguments) -> call(producer, method, arguments));
    }

    private Object call(Producer<byte[], byte[]> producer, Method method, Object[] arguments) throws Throwable {
        boolean commits = method.getName().equals("commitTransaction");
        if (method.getName().equals("beginTransaction")) {
            holds = false;
        }
        if (method.getName().equals("send") && isIt(arguments[0])) {
            holds = true;
        }
        if (commits && holds && when == When.BEFORE_COMMIT) {
            die();
        }
        Object result = invoke(producer, method, arguments);
        if (commits && holds && when == When.AFTER_COMMIT) {
            die();
        }
        return result;
    }

    @SuppressWarnings("unchecked")
    private boolean isIt(Object record) {
        return at.test((ProducerRecord<byte[], byte[]>) record);
    }

    private static Object invoke(Producer<byte[], byte[]> producer, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(producer, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void die() {
        if (over.getCount() > 0) {
            reached.countDown();
            FakePartner.await(over);
        }
    }

    /** Its thread wakes. */
    @Override
    public void close() {
        over.countDown();
    }
}
