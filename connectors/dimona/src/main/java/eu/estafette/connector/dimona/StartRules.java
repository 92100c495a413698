package eu.estafette.connector.dimona;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a DimonaIn must keep beyond its schema. That no end lies before its start is checked for all connectors alike. */
final class StartRules {

    static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private static final LocalDate FIRST_START = LocalDate.of(1920, 1, 1);
    private static final LocalDate FIRST_END = LocalDate.of(1999, 1, 1);
    private static final int YEARS_AHEAD = 10;
    private static final String END = "EndingDate";

    private StartRules() {}

    static List<Issue> broken(ElementText move, FormMoment made) {
        List<Issue> issues = new ArrayList<>();
        LocalDate start = move.date("StartingDate");
        LocalDate end = move.date(END);
        String type = typeOf(move);
        if (start == null
                || start.isBefore(FIRST_START)
                || start.isAfter(made.date().plusYears(YEARS_AHEAD))) {
            issues.add(Anomalies.at(
                    "StartingDate",
                    Anomalies.NOT_ALLOWED,
                    "must lie between " + FIRST_START + " and " + YEARS_AHEAD + " years from now"));
        }
        if (end == null) {
            if (WorkerTypes.needsEnd(type, sectorOf(move))) {
                issues.add(Anomalies.at(
                        END, Anomalies.MISSING, "must be there for worker type " + type + " or joint commission 322"));
            }
        } else {
            checkEnd(end).ifPresent(issues::add);
            if (start != null && !end.equals(NO_END) && WorkerTypes.endsTooLate(type, start, end)) {
                issues.add(Anomalies.at(
                        END, Anomalies.NOT_ALLOWED, "must lie in the quarter of the start for worker type " + type));
            }
        }
        return issues;
    }

    /** An end that is told anywhere but in an update. */
    static Optional<Issue> checkEnd(LocalDate end) {
        if (end.equals(NO_END)) {
            return Optional.of(Anomalies.at(
                    END, Anomalies.NOT_ALLOWED, "may be 9999-12-31 in a DimonaUpdate only, which reopens a period"));
        }
        return end.isBefore(FIRST_END)
                ? Optional.of(Anomalies.at(END, Anomalies.NOT_ALLOWED, "must not lie before " + FIRST_END))
                : Optional.empty();
    }

    static String typeOf(ElementText move) {
        String type = move.text("DimonaFeatures", "WorkerType");
        return type == null ? WorkerTypes.OTHER : type;
    }

    private static String sectorOf(ElementText move) {
        String sector = move.text("DimonaFeatures", "JointCommissionNbr");
        return sector == null ? "" : sector;
    }
}
