package eu.estafette.kit.file;

import eu.estafette.kit.party.DeliveryAddress;
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

    public static FileFolders of(DeliveryAddress address) {
        return new FileFolders(
                address.setting("in").orElse("in"),
                address.setting("out").orElse("out"),
                address.setting("done").orElse("done"));
    }
}
