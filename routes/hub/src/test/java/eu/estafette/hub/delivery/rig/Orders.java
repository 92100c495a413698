package eu.estafette.hub.delivery.rig;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Commands as the desk gives them. */
public final class Orders {

    public static final String OPERATOR = "operator-1";

    private Orders() {}

    public static LaneCommand pause(String party) {
        return of("PAUSE", party).build();
    }

    /** @param rate calls a second */
    public static LaneCommand resume(String party, int rate) {
        return of("RESUME", party).setRate(rate).build();
    }

    /** One first, and then all at once. */
    public static LaneCommand replay(String party, Notice... notices) {
        return replayOf(party, notices).build();
    }

    public static LaneCommand.Builder replayOf(String party, Notice... notices) {
        return of("REPLAY", party)
                .setNotices(Arrays.stream(notices).map(Notice::getNoticeId).toList());
    }

    public static LaneCommand discard(String party, Notice... notices) {
        return of("DISCARD", party)
                .setReason("sent twice by mistake")
                .setNotices(Arrays.stream(notices).map(Notice::getNoticeId).toList())
                .build();
    }

    public static LaneCommand.Builder of(String kind, String party) {
        return LaneCommand.newBuilder()
                .setCommandId(UUID.randomUUID().toString())
                .setKind(kind)
                .setParty(party)
                .setAt(Instant.parse("2026-03-02T08:00:00Z"))
                .setOperator(OPERATOR);
    }
}
