package eu.estafette.domain.fuzz;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Consent;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Entitlements;
import eu.estafette.domain.view.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** That no notice holds a category outside what its receiver's role may have, now and with the consents there are (promises P5 and P6). */
final class Sight {

    private static final String EXTENDS = "# extends ";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    /** That something never happened, and who allowed what, is told whatever it was about (domain section 12, Consent). */
    private static final Set<String> WITHOUT_CONSENT = Set.of("withdrawn", "consent-fact");

    private final Rulesets rulesets;
    private final Catalogue catalogue;
    private final Entitlements entitlements;

    Sight(Rulesets rulesets, Catalogue catalogue) {
        this.rulesets = rulesets;
        this.catalogue = catalogue;
        this.entitlements = catalogue.views().entitlements();
    }

    List<String> broken(Decision decision, Case after, Instant now) {
        List<String> broken = new ArrayList<>();
        LocalDate day = now.atZone(ZONE).toLocalDate();
        Set<String> lineage = lineage(after.ruleset());
        for (NoticeDraft notice : decision.notices()) {
            Optional<View> view = catalogue.views().named(notice.view());
            if (view.isEmpty() || !view.get().roles().contains(notice.role())) {
                broken.add("not a view for " + notice.role() + ": " + notice.view());
                continue;
            }
            for (Category category : view.get().categories()) {
                if (!maySee(after, notice, category, lineage, day)) {
                    broken.add(
                            category + " leaves for " + notice.role() + " in " + notice.view() + ": " + notice.event());
                }
            }
        }
        return broken;
    }

    private boolean maySee(Case after, NoticeDraft notice, Category category, Set<String> lineage, LocalDate day) {
        return switch (entitlements.of(notice.role(), category, lineage)) {
            case ALWAYS -> true;
            case NEVER -> false;
            case WITH_CONSENT ->
                WITHOUT_CONSENT.contains(notice.view()) || isAllowed(after, category, notice.role(), day);
        };
    }

    private static boolean isAllowed(Case after, Category category, Role role, LocalDate day) {
        return after.consents().all().stream()
                .anyMatch((Consent consent) -> consent.role() == role
                        && (consent.category() == category || category == Category.IDENTITY)
                        && consent.holdsOn(day));
    }

    /** Names of a ruleset and of all that it extends, read off the shipped tables' own headers. */
    private Set<String> lineage(String ruleset) {
        return LINEAGES.computeIfAbsent(ruleset, Sight::readLineage);
    }

    private static final java.util.Map<String, Set<String>> LINEAGES = new java.util.HashMap<>();

    private static Set<String> readLineage(String ruleset) {
        Set<String> names = new HashSet<>();
        Optional<String> next = Optional.of(ruleset);
        while (next.isPresent()) {
            names.add(next.get());
            next = parent(next.get());
        }
        return names;
    }

    private static Optional<String> parent(String ruleset) {
        try (var in = NextStepTable.class.getResourceAsStream("/rulesets/" + ruleset + ".csv")) {
            return new String(
                            java.util.Objects.requireNonNull(in).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(EXTENDS))
                    .map(line -> line.substring(EXTENDS.length()).strip())
                    .findFirst();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
