package eu.estafette.kit.file;

import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Round;

/** What became of a content that came before. */
public final class EarlierFile {

    private EarlierFile() {}

    /** Whether it could not be read to its end: what its sender sends in its place is no contradiction. */
    public static boolean brokeOff(OriginalRef original, Round round) {
        return round.state(FileProgress.key(original))
                .map(FileProgress::of)
                .filter(FileProgress::broken)
                .isPresent();
    }
}
