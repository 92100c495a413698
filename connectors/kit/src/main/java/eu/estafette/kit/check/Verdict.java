package eu.estafette.kit.check;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.token.SubjectKey;
import java.util.List;

/** What the checks made of a message. */
public sealed interface Verdict {

    /**
     * Fit to be handed to the intake, in the form everything behind the door knows.
     *
     * @param droppedFields paths of fields that no event may hold and that were left out; the sender is told
     */
    record Accepted(SubjectKey subject, CaseEvent event, List<String> droppedFields) implements Verdict {

        public Accepted {
            droppedFields = List.copyOf(droppedFields);
        }

        /** Without the event, which holds a payload. */
        @Override
        public String toString() {
            return "Accepted[" + subject + "]";
        }
    }

    /** Faults of the message itself, all of the first stage that found any. */
    record Rejected(Issue.Stage stage, List<Issue> issues) implements Verdict {

        public Rejected {
            issues = List.copyOf(issues);
        }
    }

    /** Whatever the message says, this party may not send it. To be journaled. */
    record NotAllowed(Issue issue) implements Verdict {}
}
