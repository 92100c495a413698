package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Words;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An {@code if_silent} cell as written: {@code own:CHAIN} and {@code tell:ROLES}. */
record SilenceText(WhoText own, List<Role> tell) {

    private static final String OWN = "own:";
    private static final String TELL = "tell:";

    SilenceText {
        tell = List.copyOf(tell);
    }

    static SilenceText parse(String cell) {
        StringBuilder own = new StringBuilder();
        List<Role> tell = new ArrayList<>();
        boolean telling = false;
        for (String word : Words.of(cell)) {
            if (word.startsWith(OWN)) {
                telling = false;
                own.append(word.substring(OWN.length()));
            } else if (word.startsWith(TELL)) {
                telling = true;
                tell.add(Header.role(word.substring(TELL.length())));
            } else if (telling) {
                tell.add(Header.role(word));
            } else if (!own.isEmpty()) {
                own.append(' ').append(word);
            } else {
                throw new CellFault(RulesetFault.Kind.SYNTAX, "expected own:CHAIN or tell:ROLES, found " + word);
            }
        }
        return new SilenceText(WhoText.parse(own.toString()), tell);
    }

    Silence expand(Map<String, WhoText> chains) {
        return new Silence(own.expand(chains).chain(), tell);
    }
}
