package eu.estafette.kit.xml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** An element, read by the names of what is in it, without prefixes. */
public record ElementText(Element element) {

    public String name() {
        return element.getLocalName();
    }

    public List<ElementText> children() {
        List<ElementText> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new ElementText(child));
            }
        }
        return children;
    }

    public List<ElementText> all(String name) {
        return children().stream().filter(child -> child.name().equals(name)).toList();
    }

    public Optional<ElementText> child(String name) {
        return all(name).stream().findFirst();
    }

    /** The text at the end of the path; null if there is none, or nothing in it. */
    public @Nullable String text(String... path) {
        Optional<ElementText> at = Optional.of(this);
        for (String name : path) {
            at = at.flatMap(parent -> parent.child(name));
        }
        return at.map(found -> found.element().getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }

    /** Null as well where the text is no date, which the schema would have found. */
    public @Nullable LocalDate date(String... path) {
        String text = text(path);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Null if there is none, or nothing in it. */
    public @Nullable String attribute(String name) {
        String text = element.getAttribute(name).strip();
        return text.isEmpty() ? null : text;
    }
}
