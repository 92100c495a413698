package eu.estafette.connector.dimona;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Set;

/** What follows from the kind of worker. */
final class WorkerTypes {

    static final String SCHEME = "DIMONA-WORKER-TYPE";
    static final String SECTOR_SCHEME = "DIMONA-JOINT-COMMISSION";
    static final String OTHER = "OTH";
    static final Set<String> ALL = Set.of(
            "ALT", "BCW", "DWD", "EXT", "FLX", "IVT", "OTH", "PMP", "RTA", "STG", "STU", "TEA", "TRI", "A17", "O17",
            "S17", "T17", "QUA");
    static final Set<String> SECTORS = Set.of("124", "140", "144", "145", "149", "302", "320", "322", "XXX");

    private static final Set<String> WITH_END = Set.of("EXT", "STU", "IVT", "TRI", "STG");
    private static final String AGENCY_WORK = "322";
    private static final Set<String> WITHIN_QUARTER = Set.of("STU", "O17", "S17");
    private static final Set<String> SEVERAL_A_DAY = Set.of("STU", "FLX", "EXT");

    private WorkerTypes() {}

    static boolean needsEnd(String type, String sector) {
        return WITH_END.contains(type) || sector.equals(AGENCY_WORK);
    }

    static boolean endsTooLate(String type, LocalDate start, LocalDate end) {
        return WITHIN_QUARTER.contains(type)
                && (start.getYear() != end.getYear()
                        || start.get(IsoFields.QUARTER_OF_YEAR) != end.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** Whether one person may have several employments of this kind with one employer on a day. */
    static boolean mayBeSeveralADay(String type) {
        return SEVERAL_A_DAY.contains(type);
    }
}
