package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one line has told about an object so far.
 *
 * @param content  as last told; nothing once it was taken back
 * @param earlier  what its facts before the last one told, which a correction of the last one leaves alone
 * @param versions in order of acceptance; the memory for duplicates lasts as long as the object
 * @param told     the message that counts; absent while there were only messages without effect
 * @param effects  what it brought about
 */
public record LineHistory(
        Line line, Fields content, Fields earlier, List<Version> versions, Optional<Told> told, Effects effects) {

    public LineHistory {
        versions = List.copyOf(versions);
    }

    /** A line that has told nothing yet. */
    public LineHistory(Line line) {
        this(line, Fields.NONE, Fields.NONE, List.of(), Optional.empty(), Effects.NONE);
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
        return new LineHistory(line, content, earlier, more(version), told, effects);
    }

    /** With a message that counts from now on, and what the line has told with it. */
    public LineHistory telling(Version version, Told now, Fields before, Fields nowContent, Effects nowEffects) {
        return new LineHistory(line, nowContent, before, more(version), Optional.of(now), nowEffects);
    }

    /** With all it told taken back. */
    public LineHistory takenBack(Version version, Told by) {
        return new LineHistory(line, Fields.NONE, Fields.NONE, more(version), Optional.of(by), Effects.NONE);
    }

    /** In the place of a line that told the same and was taken back: what that brought about is of this one now. */
    public LineHistory inPlaceOf(LineHistory former) {
        long since = former.told().orElseThrow().since();
        return new LineHistory(
                line, content, earlier, versions, told.map(message -> message.since(since)), former.effects());
    }

    public LineHistory withEffects(Effects nowEffects) {
        return new LineHistory(line, content, earlier, versions, told, nowEffects);
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
