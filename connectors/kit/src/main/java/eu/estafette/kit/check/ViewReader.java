package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.domain.catalogue.CodeLists;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Reads what a view is to show from JSON, as strictly as what partners send: nothing that the view does not have, all in its own type. */
public final class ViewReader {

    private static final String DATA = "data";

    private final TextRules texts;

    public ViewReader(CodeLists lists) {
        texts = new TextRules(lists);
    }

    /**
     * What was read.
     *
     * @param record of no use unless there are no issues
     * @param issues each with the path of its field, {@code data.startDate}
     */
    public record Read(GenericRecord record, List<Issue> issues) {

        public Read {
            issues = List.copyOf(issues);
        }
    }

    /** @param view the contract of a view */
    public Read read(Schema view, ObjectNode data) {
        var message = IncomingEvent.of(Map.of(), data, IncomingEvent.Where.BODY);
        var findings = new Findings(Stage.RULE, message);
        var reader = new ContractReader(texts, findings);
        reader.refuseOthers(data, ContractReader.names(view), DATA);
        GenericRecord record = reader.fields(view, data, DATA, true);
        return new Read(
                record, findings.isEmpty() ? List.of() : findings.rejected().issues());
    }
}
