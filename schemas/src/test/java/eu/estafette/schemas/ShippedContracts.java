package eu.estafette.schemas;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What stands under a folder of contracts, and which view is of which contract, as the views' own documentation says. */
final class ShippedContracts {

    private static final Pattern FILE = Pattern.compile("(\\w+)/([\\w.-]+)/\\2_v(\\d+)\\.avsc");
    private static final Pattern OF = Pattern.compile("may read of (.+)\\.");

    private ShippedContracts() {}

    static Path folder(String name) {
        try {
            return Path.of(
                    ShippedContracts.class.getClassLoader().getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Paths relative to the folder. */
    static List<String> files(String name) {
        Path folder = folder(name);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".avsc"))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Contract> all(Contracts contracts, String name) {
        return files(name).stream()
                .map(FILE::matcher)
                .filter(Matcher::matches)
                .map(file -> contracts.contract(file.group(1) + "/" + file.group(2), Integer.parseInt(file.group(3))))
                .toList();
    }

    static Stream<Contract> ofKind(String kind) {
        return all(Contracts.shipped(), "contracts").stream()
                .filter(contract -> contract.name().startsWith(kind + "/"));
    }

    /** The contracts a view is of. */
    static List<Contract> sources(Contract view) {
        Matcher of = OF.matcher(view.schema().getDoc());
        if (!of.find()) {
            throw new AssertionError(view + ": its doc does not say of what it is a view");
        }
        return Arrays.stream(of.group(1).split(" "))
                .map(source -> switch (source) {
                    case "any" -> "document/step";
                    case "subscription" -> "document/subscription";
                    case "case" -> "document/case";
                    default -> "event/" + source;
                })
                .map(Contracts.shipped()::latest)
                .toList();
    }
}
