package eu.estafette.hub.delivery.parking;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The commands of a lane partition that are known, and how far each is carried out. Confined to the poll thread. */
public final class Orders {

    private final Map<String, Progress> byCommand = new HashMap<>();

    Orders(Map<String, Progress> known) {
        byCommand.putAll(known);
    }

    public Optional<Progress> find(String command) {
        return Optional.ofNullable(byCommand.get(command));
    }

    public void put(String command, Progress progress) {
        byCommand.put(command, progress);
    }
}
