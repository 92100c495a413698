package eu.estafette.connector.magda;

import java.util.Locale;

/** What MAGDA can be asked for. */
enum Operation {
    REGISTER("RegistreerInschrijving", "02.01", "repertorium"),
    DEREGISTER("RegistreerUitschrijving", "02.00", "repertorium"),
    RELATIONS("GeefWerkrelaties", "02.00", "werk");

    private final String element;
    private final String version;
    private final String domain;

    Operation(String element, String version, String domain) {
        this.element = element;
        this.version = version;
        this.domain = domain;
    }

    String element() {
        return element;
    }

    String reply() {
        return element + "Response";
    }

    /** In the long form. */
    String version() {
        return version + ".0000";
    }

    /** Of the outermost element; nothing in it is in a namespace. */
    String namespace() {
        String underscored = version.replace('.', '_');
        return "http://webservice." + element.toLowerCase(Locale.ROOT) + "dienst-" + underscored + "." + domain + "-"
                + underscored + ".vip.vlaanderen.be";
    }
}
