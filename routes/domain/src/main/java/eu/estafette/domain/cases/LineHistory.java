package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * What one line has told about an object so far.
 *
 * @param content  as last told
 * @param versions in order of acceptance; the memory for duplicates lasts as long as the object
 */
public record LineHistory(Line line, Fields content, List<Version> versions) {

    public LineHistory {
        versions = List.copyOf(versions);
    }

    /** The highest version told so far; 0 if none. */
    public int highest() {
        int highest = 0;
        for (Version version : versions) {
            highest = Math.max(highest, version.version());
        }
        return highest;
    }

    /** With one more message, and the content as it is after it. */
    public LineHistory told(Version version, Fields now) {
        List<Version> more = new ArrayList<>(versions);
        more.add(version);
        return new LineHistory(line, now, more);
    }

    /** One accepted message of the line. */
    public record Version(Action action, int version, String digest) {}
}
