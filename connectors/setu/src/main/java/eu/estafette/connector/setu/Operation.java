package eu.estafette.connector.setu;

import eu.estafette.domain.event.Action;
import eu.estafette.kit.notice.NoticeText;
import java.util.Optional;

/**
 * What is called for a notice.
 *
 * @param name   of the service's operation
 * @param status that the assignment gets
 */
record Operation(String name, Status status) {

    private static final String FULL = "ProcessAssignment";
    private static final String STATUS = "ProcessStatusAssignment";
    private static final String EMPLOYMENT = "employment";

    /** Empty for what an assignment has no words for. */
    static Optional<Operation> of(NoticeText text) {
        Action action = Action.valueOf(text.notice().getEvent().getAction());
        boolean started = text.isOf(EMPLOYMENT, "started");
        if (action == Action.WITHDRAWAL) {
            return started ? Optional.of(new Operation(STATUS, Status.CANCELLED)) : Optional.empty();
        }
        String view = text.notice().getView();
        if (action == Action.REOPENING) {
            return Optional.empty();
        }
        return switch (view) {
            case "employment-start-full" ->
                Optional.of(new Operation(FULL, action == Action.ORIGINAL ? Status.ACTIVE : Status.REVISED));
            case "employment-change-full", "employment-end-full" -> Optional.of(new Operation(FULL, Status.REVISED));
            default -> Optional.empty();
        };
    }

    boolean isFull() {
        return name.equals(FULL);
    }
}
