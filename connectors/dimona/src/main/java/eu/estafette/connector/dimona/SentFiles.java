package eu.estafette.connector.dimona;

import eu.estafette.kit.file.RemoteFolders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which file holds which notice: a note beside the partner's folders, one per file, under the file's name. A notice id is bound to its
 * receiver, so that a note changed by anybody else than the hub leads to no notice of another party.
 */
record SentFiles(RemoteFolders remote, String folder) {

    private static final int LONGEST = 200;

    void note(TripletName file, String noticeId) throws IOException {
        // whole under its name, or not there
        String path = path(file);
        try (OutputStream out = remote.write(path + ".part")) {
            out.write(noticeId.getBytes(StandardCharsets.UTF_8));
        }
        remote.move(path + ".part", path);
    }

    /** The id of the notice in that file; empty if the hub sent no such file. */
    Optional<String> noticeIn(TripletName file) throws IOException {
        if (!remote.exists(path(file))) {
            return Optional.empty();
        }
        try (InputStream in = remote.read(path(file))) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        }
    }

    private String path(TripletName file) {
        return folder + "/" + file;
    }
}
