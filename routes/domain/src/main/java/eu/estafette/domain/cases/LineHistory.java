package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one line has told about an object so far.
 *
 * @param latest   the last fact alone; nothing once it was taken back
 * @param earlier  what its facts before the last one told, which a correction of the last one leaves alone
 * @param earlierAt when the sender told it, for each field of {@code earlier}
 * @param versions in order of acceptance; the memory for duplicates lasts as long as the object
 * @param told     the message that counts; absent while there were only messages without effect
 * @param effects  what it brought about
 */
public record LineHistory(
        Line line,
        Fields latest,
        Fields earlier,
        Map<String, Instant> earlierAt,
        List<Version> versions,
        Optional<Told> told,
        Effects effects) {

    public LineHistory {
        earlierAt = Map.copyOf(earlierAt);
        versions = List.copyOf(versions);
    }

    /** A line that has told nothing yet. */
    public LineHistory(Line line) {
        this(line, Fields.NONE, Fields.NONE, Map.of(), List.of(), Optional.empty(), Effects.NONE);
    }

    /** All that still holds of what it told. */
    public Fields content() {
        return earlier.overlaidBy(latest);
    }

    /** When the sender told a field of the content last, by its own clock. */
    Instant at(String field) {
        Instant before = earlierAt.get(field);
        return before == null || latest.has(field) ? told.orElseThrow().time() : before;
    }

    /** Whether what it told still holds. */
    public boolean stands() {
        return told.isPresent() && !told.get().takesBack();
    }

    /** The highest version told so far; 0 if none. */
    public int highest() {
        int highest = 0;
        for (Version version : versions) {
            highest = Math.max(highest, version.version());
        }
        return highest;
    }

    /** Whether one of its messages, be it taken back by now, has this sequence among the events of the case. */
    public boolean knows(long event) {
        for (Version version : versions) {
            if (version.at() == event) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the messages since it was last taken back has this sequence among the events of the case. */
    public boolean caused(long event) {
        boolean caused = false;
        int highest = 0;
        for (Version version : versions) {
            highest = Math.max(highest, version.version());
            boolean takesBack = version.action() == Action.WITHDRAWAL || version.action() == Action.REOPENING;
            caused = version.at() == event || (caused && !(takesBack && version.version() == highest));
        }
        return caused;
    }

    /** With a message that changes nothing, so that it is known when it comes again. */
    public LineHistory remembering(Version version) {
        return new LineHistory(line, latest, earlier, earlierAt, more(version), told, effects);
    }

    /** With a message that counts from now on, in place of the last fact. */
    public LineHistory telling(Version version, Told now, Fields fact, Effects nowEffects) {
        return new LineHistory(line, fact, earlier, earlierAt, more(version), Optional.of(now), nowEffects);
    }

    /** With its last fact among the earlier ones: the next adds to it, and what that leaves out still holds. */
    public LineHistory goingOn() {
        Map<String, Instant> times = new HashMap<>(earlierAt);
        latest.names().forEach(field -> times.put(field, at(field)));
        return new LineHistory(line, Fields.NONE, content(), times, versions, told, effects);
    }

    /** With all it told taken back. */
    public LineHistory takenBack(Version version, Told by) {
        return new LineHistory(line, Fields.NONE, Fields.NONE, Map.of(), more(version), Optional.of(by), Effects.NONE);
    }

    /** In the place of a line that told the same and was taken back: what that brought about is of this one now. */
    public LineHistory inPlaceOf(LineHistory former) {
        long since = former.told().orElseThrow().since();
        return new LineHistory(
                line,
                latest,
                earlier,
                earlierAt,
                versions,
                told.map(message -> message.since(since)),
                former.effects());
    }

    /** Told by somebody as whom the sender turned out to speak. */
    public LineHistory toldBy(Told nowTold, Effects nowEffects) {
        return new LineHistory(line, latest, earlier, earlierAt, versions, Optional.of(nowTold), nowEffects);
    }

    public LineHistory withEffects(Effects nowEffects) {
        return new LineHistory(line, latest, earlier, earlierAt, versions, told, nowEffects);
    }

    private List<Version> more(Version version) {
        List<Version> more = new ArrayList<>(versions.size() + 1);
        more.addAll(versions);
        more.add(version);
        return more;
    }

    /**
     * One accepted message of the line.
     *
     * @param at its sequence among the events of the case
     */
    public record Version(Action action, int version, String digest, long at) {}
}
