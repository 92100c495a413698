package eu.estafette.kit.check;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gathers what one stage finds wrong with one message. */
final class Findings {

    private static final String BODY = "body";

    private final Stage stage;
    private final IncomingEvent.Where where;
    private final Echo echo;
    private final List<Issue> issues = new ArrayList<>();

    Findings(Stage stage, IncomingEvent message) {
        this.stage = stage;
        where = message.where();
        echo = Echo.of(message);
    }

    /** A fault of a CloudEvents attribute, under the name the sender wrote it with. */
    void attribute(String code, String attribute, String value, String detail) {
        attribute(code, attribute, echo.value(value).filter(text -> !text.isEmpty()), detail);
    }

    /** A fault of an attribute whose value is nobody's business. */
    void attribute(String code, String attribute, String detail) {
        attribute(code, attribute, Optional.empty(), detail);
    }

    private void attribute(String code, String attribute, Optional<String> value, String detail) {
        boolean header = where == IncomingEvent.Where.HEADERS;
        add(code, header ? "header" : BODY, header ? "ce-" + attribute : attribute, value, detail);
    }

    /** A fault of a field of the data, whose value may be told back. */
    void field(String code, String path, String value, String detail) {
        add(code, BODY, path, echo.value(value), detail);
    }

    /** A fault of a field that is missing or whose value is nobody's business. */
    void field(String code, String path, String detail) {
        add(code, BODY, path, Optional.empty(), detail);
    }

    private void add(String code, String in, String name, Optional<String> value, String detail) {
        issues.add(new Issue(stage, code, in, echo.name(name), value, detail));
    }

    boolean isEmpty() {
        return issues.isEmpty();
    }

    Verdict.Rejected rejected() {
        return new Verdict.Rejected(stage, issues);
    }
}
