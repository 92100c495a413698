package eu.estafette.kit.poll;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.problem.Issue;
import java.util.List;

/**
 * A part of a message that cannot become an event, or something else that operators must see.
 *
 * @param connector the word in {@code receive.by}
 * @param original  the whole message
 * @param part      which one of it, as {@link OriginalRef#eventId} counts: the line of a file, from 1; {@link #WHOLE}; {@link #REMARK}
 * @param content   the part itself, as it was sent
 * @param issues    what is wrong with it, at least one, in the partner's own names
 */
public record SetAside(
        PartyId party, String connector, OriginalRef original, int part, byte[] content, List<Issue> issues) {

    /** Not a part, but the message as such. */
    public static final int WHOLE = 0;

    /** Not a part either: something to be seen about a message that came in. */
    public static final int REMARK = -1;

    public SetAside {
        issues = List.copyOf(issues);
        if (issues.isEmpty()) {
            throw new IllegalArgumentException("set aside for no reason");
        }
    }

    /** The same part has the same name, however often it is set aside. */
    public String name() {
        return original.eventId(part);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "SetAside[" + party + ", " + connector + ", " + name() + "]";
    }
}
