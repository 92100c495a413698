package eu.estafette.domain.table;

import eu.estafette.domain.party.Role;
import java.util.List;

/** Something that conditions ask about an event or its case, with all values it can have. At most 64 of them. */
public sealed interface Fact {

    List<String> values();

    /** What conditions call it. */
    default String name() {
        return switch (this) {
            case OfField field -> field.field();
            case OfSender ignored -> "by";
            case HasRole has -> "has." + has.role();
            case OfCase ofCase -> ofCase.fact().word();
        };
    }

    /**
     * An enum, code-list or yes-no field of the event.
     *
     * @param ofObject where the event leaves it out, its object tells
     */
    record OfField(String field, boolean flag, boolean ofObject, List<String> values) implements Fact {

        public OfField {
            values = List.copyOf(values);
        }
    }

    /** In which role the sender speaks; REGISTER or HUB if it is none of the case's. */
    record OfSender(List<String> values) implements Fact {

        public OfSender {
            values = List.copyOf(values);
        }
    }

    /** Whether somebody holds a role. */
    record HasRole(Role role, List<String> values) implements Fact {

        public HasRole {
            values = List.copyOf(values);
        }
    }

    record OfCase(CaseFact fact, List<String> values) implements Fact {

        public OfCase {
            values = List.copyOf(values);
        }
    }
}
