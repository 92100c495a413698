package eu.estafette.connector.magda;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.soap.SoapAnswer;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What MAGDA said to a question. Errors are no SOAP faults: they stand in the answer, or beside it where the question was not looked at.
 *
 * @param envelope as it came
 * @param content  of the answer, where it has any
 */
record Reply(byte[] envelope, Optional<ElementText> content, List<Remark> remarks) {

    private static final XmlContract CONTRACT = XmlContract.of(Reply.class, "reply.xsd");
    private static final String REFERENCE = "Referte";

    Reply {
        remarks = List.copyOf(remarks);
    }

    /** @throws UnreadableReplyException if it is none, or one to another question */
    static Reply to(Question question, SoapAnswer answer) throws UnreadableReplyException {
        var root = new ElementText(answer.content());
        String namespace = root.element().getNamespaceURI();
        Optional<ElementText> reply = root.child("Repliek");
        if (!question.operation().reply().equals(root.name())
                || !question.operation().namespace().equals(namespace)
                || reply.isEmpty()) {
            throw unreadable(
                    answer,
                    "Repliek",
                    "is missing, or in another message than "
                            + question.operation().reply());
        }
        List<Issue> breaches = CONTRACT.breachesOf(reply.get().element()).stream()
                .map(breach -> issue(breach.element(), "breaks " + breach.rule()))
                .toList();
        if (!breaches.isEmpty()) {
            throw new UnreadableReplyException(breaches, answer.envelope());
        }
        return read(question, answer, reply.get());
    }

    private static Reply read(Question question, SoapAnswer answer, ElementText reply) throws UnreadableReplyException {
        Optional<ElementText> single = reply.child("Antwoorden").flatMap(all -> all.child("Antwoord"));
        if (single.isPresent() && !question.reference().equals(single.get().text(REFERENCE))) {
            throw unreadable(answer, REFERENCE, "is that of another question");
        }
        List<Remark> remarks = new ArrayList<>(remarks(reply));
        single.ifPresent(one -> remarks.addAll(remarks(one)));
        Optional<ElementText> content = single.flatMap(one -> one.child("Inhoud"));
        if (content.isEmpty() && remarks.stream().noneMatch(Remark::failed)) {
            throw unreadable(answer, "Inhoud", "is missing, and no Uitzondering says why");
        }
        return new Reply(answer.envelope(), content, remarks);
    }

    private static List<Remark> remarks(ElementText parent) {
        return parent.child("Uitzonderingen").stream()
                .flatMap(all -> all.all("Uitzondering").stream())
                .map(Remark::of)
                .toList();
    }

    /** Why there is nothing to go by. */
    Optional<Remark> failure() {
        return remarks.stream().filter(Remark::failed).findFirst();
    }

    /** Whether anything is said about it beside what it holds. */
    boolean isWhole() {
        return remarks.stream().allMatch(Remark::informs);
    }

    Optional<Remark> remark(String code) {
        return remarks.stream().filter(remark -> remark.code().equals(code)).findFirst();
    }

    private static UnreadableReplyException unreadable(SoapAnswer answer, String name, String detail) {
        return new UnreadableReplyException(List.of(issue(name, detail)), answer.envelope());
    }

    private static Issue issue(String name, String detail) {
        return new Issue(Stage.SYNTAX, "unreadable", "body", name, Optional.empty(), detail);
    }

    /** Without what came. */
    @Override
    public String toString() {
        return "Reply" + remarks;
    }
}
