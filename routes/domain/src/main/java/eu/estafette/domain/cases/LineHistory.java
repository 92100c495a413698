package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
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

    /** One accepted message of the line. */
    public record Version(Action action, int version, String digest) {}
}
