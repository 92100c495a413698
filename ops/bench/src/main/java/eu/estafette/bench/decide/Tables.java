package eu.estafette.bench.decide;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.RequiredGroup;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The heaviest of the shipped tables, and made ones in which the same few rows fire beside any number that do not: all of these stand on the
 * events that are measured, which is worse than any table of the shipped kind.
 */
final class Tables {

    /** Most rows in all, and most on the heavy event. */
    static final String HEAVIEST = "netherlands-uwv";

    private static final String MADE = "made";
    private static final String HEAD =
            """
            # ruleset made
            # valid 2026-01-01..
            id,on,when,aspect,who,does,within,if_silent,because
            K1,employment.started,always,WORK,COACH > OPERATOR,act:FIRST-WEEK,startDate+P7D,,bench
            K2,employment.started,contractForm=FIXED,INCOME,WELFARE > OPERATOR,act:REVIEW-BENEFIT,P10D,,bench
            K3,employment.started,otherwise,INCOME,EMPLOYMENT_SERVICE > OPERATOR,act:REVIEW-BENEFIT,P10D,,bench
            K4,employment.started,always,ADMIN,%s,inform:own,,,bench
            K5,training.progressed,status=ABSENT,ADMIN,COACH + COUNSELLOR,inform:own,,,bench
            """.formatted(Everybody.roles().stream().map(Role::name).collect(Collectors.joining(" + ")));

    /** What the case never is, asked behind what it is, so that rows fail late. */
    private static final List<String> ELSEWHERE = List.of("DORMANT", "AFTERCARE", "ORIENTATION", "PLACEMENT");

    private Tables() {}

    /** @param name {@link #HEAVIEST}, or how many rows a made table has */
    static Rulesets of(String name, Catalogue catalogue) {
        return name.equals(HEAVIEST) ? ShippedRulesets.load(catalogue) : made(Integer.parseInt(name), catalogue);
    }

    /** The ruleset of the case for such a table. */
    static String ruleset(String name) {
        return name.equals(HEAVIEST) ? HEAVIEST : MADE;
    }

    private static Rulesets made(int rows, Catalogue catalogue) {
        List<String> lines = new ArrayList<>(HEAD.lines().toList());
        catalogue.required().forEach(group -> lines.add(nobody(group)));
        int head = 3;
        for (int row = lines.size() - head; row < rows; row++) {
            lines.add(idle(row));
        }
        return Rulesets.load(List.of(new RulesetSource("made.csv", String.join("\n", lines))), catalogue);
    }

    /** Every table must say who acts on these. */
    private static String nobody(RequiredGroup group) {
        return "N-%s,%s,always,%s,NOBODY,act:NONE,,,bench"
                .formatted(
                        group.aspect(),
                        group.events().stream().map(EventType::shortName).collect(Collectors.joining("|")),
                        group.aspect());
    }

    private static String idle(int row) {
        String was = ELSEWHERE.get(row % ELSEWHERE.size());
        return "X%d,training.progressed|employment.started,employments!=NONE & has.COACH=yes & coaching!=ENDED & was=%s,ADMIN,COACH,inform:own,,,bench"
                .formatted(row, was);
    }
}
