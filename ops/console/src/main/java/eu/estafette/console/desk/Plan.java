package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.operations.DeadNotice;
import java.util.List;
import java.util.Optional;

/**
 * What would be done to whom; nothing is done yet.
 *
 * @param selection names exactly the dead letters that are meant, whatever dies later; absent if there are none
 * @param notices   how many these are
 * @param limit     most that one selection holds
 * @param more      how many more there are than it holds; they need another selection
 * @param items     the first of them
 * @param skipped   notices that were named and are not meant, with what has become of them
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Plan(
        boolean dryRun,
        Optional<String> selection,
        int notices,
        int limit,
        long more,
        List<OfParty> parties,
        List<DeadNotice> items,
        List<Skipped> skipped,
        List<Warning> attention) {

    /** @param parked of these cases, how many notices wait behind them and go after them, in their order */
    record OfParty(String party, long notices, long parked) {}

    /** @param why ALREADY_DELIVERED, ALREADY_WAITING, PARKED, DISCARDED or WITHDRAWN */
    record Skipped(String noticeId, String why) {}

    record Warning(String code, long count, String text) {}
}
