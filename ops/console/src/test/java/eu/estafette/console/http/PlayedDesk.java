package eu.estafette.console.http;

import eu.estafette.console.desk.Desk;
import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.Reading;
import eu.estafette.console.problem.DeskAwayException;
import java.util.ArrayList;
import java.util.List;

/** Remembers what operators did, or is away. */
final class PlayedDesk implements Desk {

    private final List<LaneOrder> orders = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private boolean away;

    @Override
    public synchronized void give(List<LaneOrder> given) {
        requireThere();
        orders.addAll(given);
    }

    @Override
    public synchronized void read(Reading reading) {
        requireThere();
        readings.add(reading);
    }

    synchronized List<LaneOrder> orders() {
        return List.copyOf(orders);
    }

    synchronized List<Reading> readings() {
        return List.copyOf(readings);
    }

    synchronized void goAway() {
        away = true;
    }

    synchronized void comeBack() {
        away = false;
    }

    synchronized void clear() {
        orders.clear();
        readings.clear();
        away = false;
    }

    private void requireThere() {
        if (away) {
            throw new DeskAwayException("away", new IllegalStateException("away"));
        }
    }
}
