package eu.estafette.kit.http;

/** What came of a call whose answer has a body of use. */
public sealed interface Fetched {

    /** It answered; with which status is for the caller to judge. */
    record Content(String host, int status, byte[] body) implements Fetched {

        /** The body may be about a person. */
        @Override
        public String toString() {
            return "Content[" + host + ", " + status + "]";
        }
    }

    /** It did not, or not with anything that can be read. */
    record Failed(HttpAnswer.None answer) implements Fetched {}
}
