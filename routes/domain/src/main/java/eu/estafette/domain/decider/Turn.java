package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.table.NextStepTable;
import java.time.LocalDate;

/**
 * One event on one case, applied, with all that the rules ask about it.
 *
 * @param today    the day of decision
 * @param draft    the case after the event
 * @param object   what the event is about, under the key the case knows it by
 * @param content  the event's fields, completed from its object
 * @param was      the phase before the event
 * @param handover the case was being handed over to another region or centre before the event
 */
record Turn(
        CaseEvent event,
        LocalDate today,
        CaseDraft draft,
        Speaker speaker,
        NextStepTable table,
        ObjectKey object,
        Fields content,
        RoleChanges roles,
        Phase was,
        boolean handover) {}
