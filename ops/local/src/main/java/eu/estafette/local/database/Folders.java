package eu.estafette.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;

/** Whole folders at once. */
final class Folders {

    private Folders() {}

    /** An empty folder, whatever a start that was cut off left there. */
    static Path renew(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (var path : contents(folder).reversed()) {
                Files.delete(path);
            }
        }
        return Files.createDirectories(folder);
    }

    /** Gives the folder and all in it to {@code owner}, where it is another's. */
    static void giveTo(String owner, Path folder) throws IOException {
        UserPrincipal user =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner);
        if (!Files.getOwner(folder).equals(user)) {
            // the folder itself last: a change that is cut off is done again
            for (var path : contents(folder).reversed()) {
                if (!Files.isSymbolicLink(path)) {
                    Files.setOwner(path, user);
                }
            }
        }
    }

    private static List<Path> contents(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
