package eu.estafette.kit.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Files that did not grow or change from one look to the next: whoever writes them has finished. Not thread-safe. */
public final class Settled {

    private Map<String, RemoteFile> before = Map.of();

    /** Those of the files that stood like this at the last look already; in the same order. */
    public List<RemoteFile> of(List<RemoteFile> listed) {
        Map<String, RemoteFile> now = new HashMap<>();
        List<RemoteFile> settled = new ArrayList<>();
        for (RemoteFile file : listed) {
            now.put(file.name(), file);
            if (Objects.equals(before.get(file.name()), file)) {
                settled.add(file);
            }
        }
        before = now;
        return settled;
    }
}
