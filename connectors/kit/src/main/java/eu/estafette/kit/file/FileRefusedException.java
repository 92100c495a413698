package eu.estafette.kit.file;

import eu.estafette.kit.problem.Issue;

/** A file that cannot be read, or not to its end. It is kept, set aside and answered; the files behind it go on. */
public final class FileRefusedException extends Exception {

    private final transient Issue issue;

    public FileRefusedException(Issue issue) {
        super(issue.detail());
        this.issue = issue;
    }

    public Issue issue() {
        return issue;
    }
}
