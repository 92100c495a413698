package eu.estafette.local.database;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * As whom the server runs: PostgreSQL refuses root. Started by root, it runs in a user namespace that root has no name in (the
 * files stay root's), or where the system allows none, as {@code nobody} (the data folder becomes its own).
 *
 * @param prefix what a command line starts with to run as that user
 */
record ServerUser(List<String> prefix) {

    // passes where the user is not root, has a name, as initdb wants, and can write to the folder
    private static final String USABLE = "[ \"$(id -u)\" != 0 ] && id -un && [ -w \"$0\" ]";

    /** Finds a user that can run the server on the folder, and makes the folder that user's. */
    static ServerUser on(Path folder) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            return new ServerUser(List.of());
        }
        if (new ServerUser(List.of("unshare", "--user")).canUse(folder, "root")) {
            return new ServerUser(List.of("unshare", "--user"));
        }
        var nobody = new ServerUser(List.of("setpriv", "--reuid=nobody", "--regid=65534", "--clear-groups"));
        if (nobody.canUse(folder, "nobody")) {
            return nobody;
        }
        throw new IOException("""
                PostgreSQL refuses to run as root, and neither 'unshare --user' nor 'setpriv --reuid=nobody' works on this folder: \
                start as another user, or use --database with a server's address""");
    }

    /** The command line that runs {@code command} as this user. */
    List<String> command(List<String> command) {
        var line = new ArrayList<>(prefix);
        line.addAll(command);
        return line;
    }

    private boolean canUse(Path folder, String owner) throws IOException {
        Folders.giveTo(owner, folder);
        try {
            Commands.run(command(List.of("sh", "-c", USABLE, folder.toString())), "");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
