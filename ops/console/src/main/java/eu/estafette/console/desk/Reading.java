package eu.estafette.console.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * That an operator reads what a notice holds.
 *
 * @param reason why, in the operator's words
 */
public record Reading(
        String noticeId,
        String party,
        Optional<String> person,
        String role,
        String purpose,
        String view,
        Optional<String> step,
        Optional<String> caseRef,
        String operator,
        String reason,
        Instant at) {}
