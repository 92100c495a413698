package eu.estafette.hub.originals;

import eu.estafette.kit.original.OriginalRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Names a piece of an original: {@code <sha-256>/<number>}. All pieces of one lie in one partition and in order; the last one is shorter than
 * the others, if need be empty, so that a reader knows the end.
 *
 * @param number from 0
 */
record PieceKey(OriginalRef original, int number) {

    /** Bytes of every piece but the last. */
    static final int LENGTH = 512 * 1024;

    static int partitionOf(OriginalRef original, int partitions) {
        byte[] start = HexFormat.of().parseHex(original.sha256().substring(0, 8));
        return Math.floorMod(ByteBuffer.wrap(start).getInt(), partitions);
    }

    /** Empty if it is a piece of another one. */
    static Optional<PieceKey> of(OriginalRef original, byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        String prefix = original + "/";
        return text.startsWith(prefix)
                ? Optional.of(new PieceKey(original, Integer.parseInt(text.substring(prefix.length()))))
                : Optional.empty();
    }

    byte[] bytes() {
        return (original + "/" + number).getBytes(StandardCharsets.UTF_8);
    }

    long position() {
        return (long) number * LENGTH;
    }
}
