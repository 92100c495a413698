package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables that come with the hub. A folder of one's own replaces them as a whole. */
public final class ShippedRulesets {

    private static final String FOLDER = "/rulesets/";
    private static final List<String> FILES = List.of(
            "common.csv",
            "flanders.csv",
            "flanders-counsellor-split.csv",
            "flanders-aspect-split.csv",
            "flanders-single-coach.csv",
            "flanders-interface.csv",
            "francophone.csv",
            "employer-hired.csv",
            "netherlands-uwv.csv",
            "netherlands-municipality.csv",
            "netherlands-municipality@gemeente-utrecht.csv",
            "netherlands-municipality@gemeente-brinkhove.csv");

    private ShippedRulesets() {}

    public static Rulesets load(Catalogue catalogue) {
        return Rulesets.load(sources(), catalogue);
    }

    public static List<RulesetSource> sources() {
        return FILES.stream().map(ShippedRulesets::source).toList();
    }

    private static RulesetSource source(String file) {
        try (@Nullable InputStream in = ShippedRulesets.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is missing from the class path");
            }
            return new RulesetSource(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, e);
        }
    }
}
