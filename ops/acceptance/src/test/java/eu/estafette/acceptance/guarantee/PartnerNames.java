package eu.estafette.acceptance.guarantee;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who takes part: municipalities and coach organisations, each as many.
 *
 * @param pairs of them, from 1
 */
record PartnerNames(int pairs) {

    List<String> municipalities() {
        return IntStream.range(0, pairs).mapToObj(n -> "gemeente-" + n).toList();
    }

    List<String> coaches() {
        return IntStream.range(0, pairs).mapToObj(n -> "jobcoach-" + n).toList();
    }

    List<String> all() {
        return Stream.concat(municipalities().stream(), coaches().stream()).toList();
    }

    String municipalityOf(int caseNumber) {
        return "gemeente-" + caseNumber % pairs;
    }

    /** Every municipality works with every coach organisation. */
    String coachesOf(int caseNumber) {
        return "jobcoach-" + caseNumber / pairs % pairs;
    }
}
