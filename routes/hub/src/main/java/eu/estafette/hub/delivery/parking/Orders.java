package eu.estafette.hub.delivery.parking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The commands of a lane partition that are known, and how far each is carried out. Confined to the poll thread. */
public final class Orders {

    private final Map<String, Progress> byCommand = new HashMap<>();

    Orders(Map<String, Progress> known) {
        byCommand.putAll(known);
    }

    public Optional<Progress> find(String command) {
        return Optional.ofNullable(byCommand.get(command));
    }

    /** Ids of those that are at their end. */
    public Set<String> ended() {
        Set<String> ended = new HashSet<>();
        byCommand.forEach((command, progress) -> {
            if (!progress.isUnderWay()) {
                ended.add(command);
            }
        });
        return ended;
    }

    public void forget(Collection<String> commands) {
        commands.forEach(byCommand::remove);
    }

    public void put(String command, Progress progress) {
        byCommand.put(command, progress);
    }
}
