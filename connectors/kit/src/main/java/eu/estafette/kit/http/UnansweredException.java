package eu.estafette.kit.http;

import eu.estafette.kit.http.HttpAnswer.None;

/** No answer came, or none in time. */
final class UnansweredException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient None answer;

    UnansweredException(String code, String detail, boolean inDoubt) {
        super(detail);
        answer = new None(code, detail, inDoubt);
    }

    None answer() {
        return answer;
    }
}
