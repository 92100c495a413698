package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.parking.Cause;
import eu.estafette.hub.delivery.parking.Parking;
import eu.estafette.hub.delivery.parking.SetAside;
import eu.estafette.hub.delivery.time.Clocks;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Notices of a lane partition that were set aside and come back: to be delivered in the order of their case, or to be ended. */
public final class Returns {

    private final CaseQueues<Queued> queues;
    private final Errands errands;
    private final Map<String, BroughtBack> underWay = new HashMap<>();
    private final Map<String, String> cases = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> following = new HashSet<>();
    private final Map<String, Pace> paces = new HashMap<>();
    private final Clocks clocks;
    private int atOnce = 1;

    Returns(CaseQueues<Queued> queues, Errands errands, Clocks clocks) {
        this.queues = queues;
        this.errands = errands;
        this.clocks = clocks;
    }

    /** @param window of the lane */
    void start(int window) {
        atOnce = window;
    }

    /** As many as calls may be under way. */
    public int atOnce() {
        return atOnce;
    }

    /** How fast notices may come back for this cause; the same of one command for all of its notices here. */
    public Pace pace(Cause cause) {
        return cause.command()
                .map(command -> paces.computeIfAbsent(command, any -> Pace.of(cause.rate(), clocks)))
                .orElseGet(() -> Pace.of(Optional.empty(), clocks));
    }

    /** Whether the notice has come back, and what becomes of it is not yet written. */
    public boolean isUnderWay(String noticeId) {
        return underWay.containsKey(noticeId);
    }

    /** Whether nothing of the notice's case has come back, so that this one may. */
    public boolean mayCome(SetAside one) {
        return !cases.containsKey(one.caseId());
    }

    /** Its turn is next in its case. */
    public void deliver(SetAside one, Cause cause) {
        var back = new BroughtBack(one, cause);
        begin(back);
        queues.addFirst(one.caseId(), back);
    }

    public void discard(SetAside one, Cause cause) {
        var back = new BroughtBack(one, cause);
        begin(back);
        errands.add(back, Purpose.DISCARD);
    }

    /** Those that are not being called yet stay where they lie. */
    public void takeBack(Collection<String> noticeIds) {
        for (String noticeId : noticeIds) {
            BroughtBack back = underWay.get(noticeId);
            if (back != null && !queues.remove(back.caseId(), back::equals).isEmpty()) {
                done(back);
            }
        }
    }

    /** It was asked back. One that is just being delivered is caught, if at all, where that ends. */
    void caught(SetAside one) {
        if (!isUnderWay(one.noticeId())) {
            var back = new BroughtBack(one, Cause.NONE);
            underWay.put(one.noticeId(), back);
            errands.add(back, Purpose.CATCH);
        }
    }

    /** The oldest of each parked case that goes on by itself. */
    void follow(Parking parking) {
        int room = atOnce - following.size();
        if (room <= 0) {
            return;
        }
        for (SetAside one : parking.free(room, each -> mayCome(each) && !isUnderWay(each.noticeId()))) {
            Cause cause = parking.cause(one.caseId());
            Pace pace = pace(cause);
            if (pace.mayGo()) {
                pace.go();
                following.add(one.noticeId());
                deliver(one, cause);
            }
        }
    }

    void done(BroughtBack back) {
        underWay.remove(back.aside().noticeId());
        told.remove(back.aside().noticeId());
        following.remove(back.aside().noticeId());
        cases.remove(back.caseId(), back.aside().noticeId());
    }

    /** That it came back is written. */
    public void told(BroughtBack back) {
        told.add(back.aside().noticeId());
    }

    public boolean isTold(BroughtBack back) {
        return told.contains(back.aside().noticeId());
    }

    private void begin(BroughtBack back) {
        underWay.put(back.aside().noticeId(), back);
        cases.put(back.caseId(), back.aside().noticeId());
    }
}
