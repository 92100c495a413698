package eu.estafette.connector.suwinet;

import eu.estafette.connector.suwinet.EmploymentReader.Read;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.subscription.Inquiry.UnansweredException;
import eu.estafette.kit.xml.XmlContract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What came back for one person. */
sealed interface IkvAnswer {

    /** All that UWV has, the part that says too little among it. */
    record Known(List<Employment> employments, List<Read.Lacking> lacking) implements IkvAnswer {

        public Known {
            employments = List.copyOf(employments);
            lacking = List.copyOf(lacking);
        }
    }

    /** Something that cannot be relied on as a whole. */
    record Unfit(List<Issue> issues) implements IkvAnswer {

        public Unfit {
            issues = List.copyOf(issues);
        }
    }

    /** Reads answers. */
    final class Reader {

        private static final XmlContract CONTRACT = XmlContract.of(IkvAnswer.class, "ikv-answer.xsd");
        private static final String OUTERMOST = "UWVPersoonsIkvInfoResponse";
        private static final String NOTHING_FOUND = "NietsGevonden";

        private Reader() {}

        /**
         * Reads an answer.
         *
         * @param number of the person that was asked about
         * @throws UnansweredException if the register says that it failed, or answers something else: nothing is known then
         */
        static IkvAnswer of(Element content, String number) throws UnansweredException {
            if (!OUTERMOST.equals(content.getLocalName()) || !IkvService.NAMESPACE.equals(content.getNamespaceURI())) {
                throw new UnansweredException("Suwinet answered with something other than " + OUTERMOST);
            }
            Tree answer = new Tree(content);
            refuseFaults(answer);
            List<Issue> breaches = CONTRACT.breachesOf(content).stream()
                    .map(breach -> issue(breach.element(), "breaks " + breach.rule()))
                    .toList();
            if (!breaches.isEmpty()) {
                return new Unfit(breaches);
            }
            if (answer.child(NOTHING_FOUND).isPresent()) {
                return new Known(List.of(), List.of());
            }
            Optional<Tree> person = answer.child("ClientSuwi");
            if (person.isEmpty()) {
                throw new UnansweredException("Suwinet answered without a person, and not that there is none");
            }
            return person.get().text("Burgerservicenr").filter(number::equals).isPresent()
                    ? read(person.get())
                    : new Unfit(List.of(issue("Burgerservicenr", "is not that of the person who was asked about")));
        }

        private static void refuseFaults(Tree answer) throws UnansweredException {
            for (Tree child : answer.children()) {
                for (Tree message : child.name().equals("FWI") ? child.children() : List.<Tree>of()) {
                    if (message.name().equals("Fout")) {
                        String code = message.text("Code").orElse("").replaceAll("[^A-Za-z0-9._-]", "");
                        throw new UnansweredException(
                                "Suwinet answered FWI/Fout " + (code.length() > 20 ? code.substring(0, 20) : code));
                    }
                }
            }
        }

        private static Known read(Tree person) {
            List<Employment> employments = new ArrayList<>();
            List<Read.Lacking> lacking = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            Set<String> twice = new HashSet<>();
            for (Tree relation : person.all("Inkomstenverhouding")) {
                switch (EmploymentReader.of(relation)) {
                    case Read.Lacking one -> lacking.add(one);
                    case Read.Whole(Employment employment) -> {
                        employments.add(employment);
                        if (!seen.add(employment.key())) {
                            twice.add(employment.key());
                        }
                    }
                }
            }
            employments.removeIf(one -> twice.contains(one.key()));
            twice.forEach(key -> lacking.add(new Read.Lacking(
                    Optional.of(key), issue("VolgnrIkv", "is there twice with one employer: which one counts?"))));
            return new Known(employments, lacking);
        }

        private static Issue issue(String name, String detail) {
            return new Issue(Stage.SYNTAX, "unreadable", "body", name, Optional.empty(), detail);
        }
    }
}
