package eu.estafette.domain.catalogue;

import eu.estafette.domain.view.Category;

/**
 * A field of an event.
 *
 * @param type     {@code date}, {@code string}, … or the name of a list
 * @param many     a list of them
 * @param codeList its values travel as {@code {scheme, code}}, unknown ones count as OTHER
 */
public record FieldSpec(String name, String type, boolean many, boolean codeList, boolean optional, Category category) {

    public boolean isDate() {
        return type.equals("date");
    }

    public boolean isFlag() {
        return type.equals("bool");
    }

    FieldSpec asOptional() {
        return new FieldSpec(name, type, many, codeList, true, category);
    }
}
