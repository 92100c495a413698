package eu.estafette.domain.table;

import eu.estafette.domain.party.Role;
import java.util.List;

/** Receivers of whom the first one present counts. */
public record Chain(List<Receiver> receivers) {

    public static final Chain NONE = new Chain(List.of());

    public Chain {
        receivers = List.copyOf(receivers);
    }

    /** Where a role stands in the chain, from 0; -1 if it does not. */
    public int indexOf(Role role) {
        return receivers.indexOf(new Receiver.OfRole(role));
    }

    /** Whether nobody needs to act if none of the others is there. */
    public boolean endsInNobody() {
        return !receivers.isEmpty() && receivers.getLast() instanceof Receiver.Nobody;
    }

    boolean isClosed() {
        return !receivers.isEmpty()
                && receivers.getLast().endsChain()
                && receivers.stream().filter(Receiver::endsChain).count() == 1;
    }
}
