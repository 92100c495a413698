package eu.estafette.acceptance.guarantee;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.GroupType;

/**
 * Throws all members out of one group after the other, at a pace that no starting process could keep on a small machine: each comes back as
 * a member that nobody knows, and all that it held has moved.
 */
final class Expulsions implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Admin admin;
    private final Trial trial;
    private final Duration pace;
    private final AtomicInteger count = new AtomicInteger();
    private final Set<String> expelled = ConcurrentHashMap.newKeySet();
    private final Thread thread;

    private Expulsions(Admin admin, Trial trial, Duration pace) {
        this.admin = admin;
        this.trial = trial;
        this.pace = pace;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    /** Each is a fault of its own. */
    static Expulsions start(String kafka, Trial trial, Duration pace) {
        var expulsions =
                new Expulsions(Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka)), trial, pace);
        expulsions.thread.start();
        return expulsions;
    }

    /** So far; each of all members of a group. */
    int count() {
        return count.get();
    }

    private void run() {
        try {
            for (int turn = 0; ; turn++) {
                TimeUnit.NANOSECONDS.sleep(pace.toNanos());
                List<String> groups = groups();
                if (!groups.isEmpty()) {
                    expel(groups.get(turn % groups.size()));
                }
            }
        } catch (InterruptedException e) {
            // over
        }
    }

    private List<String> groups() throws InterruptedException {
        return states().entrySet().stream()
                .filter(group -> group.getValue() != GroupState.EMPTY)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Map<String, GroupState> states() throws InterruptedException {
        try {
            return admin
                    .listGroups(ListGroupsOptions.forConsumerGroups().withTypes(Set.of(GroupType.CLASSIC)))
                    .all()
                    .get()
                    .stream()
                    .collect(Collectors.toMap(
                            GroupListing::groupId, group -> group.groupState().orElse(GroupState.EMPTY)));
        } catch (ExecutionException e) {
            return Map.of();
        }
    }

    private void expel(String group) throws InterruptedException {
        try {
            trial.strike(() -> {
                admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                        .all()
                        .get();
            });
            expelled.add(group);
            count.incrementAndGet();
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            // it was between two memberships already
        }
    }

    /** Waits until all groups have members again: who was thrown out calls its partners until it hears of it. */
    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        await().atMost(PATIENCE).until(() -> {
            Map<String, GroupState> states = states();
            return expelled.stream().allMatch(group -> states.get(group) == GroupState.STABLE);
        });
        admin.close();
    }
}
