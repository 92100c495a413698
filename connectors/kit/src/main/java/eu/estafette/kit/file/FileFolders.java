package eu.estafette.kit.file;

import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which folder is for what, as the party file says: {@code in}, {@code out} and {@code done}, by default under these names.
 *
 * @param in   where the partner leaves files
 * @param out  where the hub leaves files
 * @param done where files go that are read and answered
 */
public record FileFolders(String in, String out, String done) {

    /** What a party file may say of it. */
    public static final Set<String> KEYS = Set.of("in", "out", "done");

    /** Looks into each of them; what is wrong with the first that cannot be looked into. */
    public Optional<String> tryOut(RemoteFolders.Connection connection) {
        try (RemoteFolders remote = connection.open()) {
            for (String folder : List.of(in, out, done)) {
                try {
                    remote.list(folder);
                } catch (IOException e) {
                    return Optional.of("the folder \"" + folder + "\" cannot be read: " + e.getMessage());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    public static FileFolders of(DeliveryAddress address) {
        return new FileFolders(
                address.setting("in").orElse("in"),
                address.setting("out").orElse("out"),
                address.setting("done").orElse("done"));
    }
}
