package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.schemas.Topics;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a command is not carried out. */
record Refusal(String code, String detail) {

    static final String PAUSE = "PAUSE";
    static final String RESUME = "RESUME";
    static final String REPLAY = "REPLAY";
    static final String DISCARD = "DISCARD";

    private static final Set<String> KINDS = Set.of(PAUSE, RESUME, REPLAY, DISCARD);

    static Optional<Refusal> of(LaneCommand command, String lane) {
        boolean ofNotices =
                command.getKind().equals(REPLAY) || command.getKind().equals(DISCARD);
        if (!KINDS.contains(command.getKind())) {
            return because("UNKNOWN_KIND", "kind: \"" + command.getKind() + "\" is none of " + KINDS);
        }
        if (!Topics.lane(command.getParty()).equals(lane)) {
            return because("WRONG_LANE", "party: it stands on the commands of another lane, " + lane);
        }
        if (ofNotices && command.getNotices().isEmpty()) {
            return because("NO_NOTICES", "notices: it names none");
        }
        if (command.getKind().equals(DISCARD) && isBlank(command.getReason())) {
            return because("NO_REASON", "reason: a notice is not given up without one");
        }
        if (isUnderOne(command.getWave())) {
            return because("BAD_WAVE", "wave: " + command.getWave() + " is under 1");
        }
        if (isUnderOne(command.getRate())) {
            return because("BAD_RATE", "rate: " + command.getRate() + " is under 1");
        }
        return Optional.empty();
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isUnderOne(@Nullable Integer number) {
        return number != null && number < 1;
    }

    private static Optional<Refusal> because(String code, String detail) {
        return Optional.of(new Refusal(code, detail));
    }
}
