package eu.estafette.connector.suwinet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element of an answer, read by the names of what is in it. */
record Tree(Element element) {

    String name() {
        return element.getLocalName();
    }

    List<Tree> children() {
        List<Tree> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new Tree(child));
            }
        }
        return children;
    }

    List<Tree> all(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    Optional<Tree> child(String name) {
        return all(name).stream().findFirst();
    }

    /** The text at the end of the path; empty if there is none, or nothing in it. */
    Optional<String> text(String... path) {
        Optional<Tree> at = Optional.of(this);
        for (String name : path) {
            at = at.flatMap(parent -> parent.child(name));
        }
        return at.map(found -> found.element().getTextContent().strip()).filter(text -> !text.isEmpty());
    }
}
