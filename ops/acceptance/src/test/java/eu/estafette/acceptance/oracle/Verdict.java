package eu.estafette.acceptance.oracle;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a run.
 *
 * @param accepted        events that their senders were told are accepted
 * @param delivered       notices that their receivers kept
 * @param lost            events that were accepted and of which somebody never heard
 * @param overtaken       events that somebody never heard of who heard of later ones of their case
 * @param orderViolations notices that came after a later one of their case, at the same receiver
 * @param twoContents     notice ids that came with two different contents
 * @param twice           events of which one receiver was told the same in two notices
 * @param uninvited       notices about nothing that was sent, or about what was refused
 * @param duplicates      calls beyond the first for a notice that was kept
 */
public record Verdict(
        int accepted,
        int delivered,
        List<String> lost,
        List<String> overtaken,
        List<String> orderViolations,
        Set<String> twoContents,
        List<String> twice,
        Set<String> uninvited,
        Duplicates duplicates) {

    /**
     * By cause.
     *
     * @param callInDoubt the call before had been answered when a fault struck
     * @param answerLost  the receiver had kept it and nobody heard
     * @param otherwise   for no reason that can be seen from outside: the notices
     */
    public record Duplicates(int callInDoubt, int answerLost, List<String> otherwise) {}

    /** Nothing lost, nothing twice, nothing out of order. Calls in doubt are no fault. */
    public boolean isClean() {
        return faults().values().stream().allMatch(List::isEmpty);
    }

    /** What is wrong, by kind; empty lists where nothing is. */
    public Map<String, List<String>> faults() {
        return Map.of(
                "overtaken",
                overtaken,
                "lost",
                lost,
                "out of order",
                orderViolations,
                "one notice id, two contents",
                List.copyOf(twoContents),
                "one event, two notices",
                twice,
                "about nothing that was accepted",
                List.copyOf(uninvited),
                "called again for no reason",
                duplicates.otherwise());
    }
}
