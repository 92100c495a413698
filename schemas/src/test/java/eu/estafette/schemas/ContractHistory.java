package eu.estafette.schemas;

import eu.estafette.schemas.registry.Compatibility;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** What stands against a folder of contracts as the next release of what was released before. */
final class ContractHistory {

    private final String folder;
    private final Contracts contracts;

    ContractHistory(String folder, Contracts contracts) {
        this.folder = folder;
        this.contracts = contracts;
    }

    /** One sentence for each version that earlier readers could not read, or that cannot read what earlier writers wrote. */
    List<String> incompatibilities() {
        Map<String, List<Contract>> versions = ShippedContracts.all(contracts, folder).stream()
                .sorted(Comparator.comparingInt(Contract::version))
                .collect(Collectors.groupingBy(Contract::name, TreeMap::new, Collectors.toList()));
        List<String> faults = new ArrayList<>();
        versions.values().forEach(history -> {
            List<Schema> schemas = history.stream().map(Contract::schema).toList();
            for (int i = 0; i < schemas.size(); i++) {
                String contract = history.get(i).toString();
                Compatibility.FULL_TRANSITIVE
                        .faults(schemas.get(i), schemas.subList(0, i))
                        .forEach(fault -> faults.add(contract + ": " + fault));
            }
        });
        return faults;
    }

    /** One sentence for each released file that is no longer what it was. Files that were not released yet are nobody's promise. */
    List<String> changes(Path released) {
        List<String> faults = new ArrayList<>();
        for (String line : lines(released)) {
            String checksum = line.substring(0, 64);
            String file = line.substring(66);
            Path contract = ShippedContracts.folder(folder).resolve(file);
            if (!Files.exists(contract)) {
                faults.add(file + " was released and is gone; put it back.");
            } else if (!checksum(contract).equals(checksum)) {
                faults.add(file + " was released and has changed; put it back and add the next version beside it.");
            }
        }
        return faults;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(Path file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
