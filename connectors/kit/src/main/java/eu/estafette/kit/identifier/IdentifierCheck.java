package eu.estafette.kit.identifier;

/** What the check of a number found. Neither form shows the number in its text, so both may be logged and sent back. */
public sealed interface IdentifierCheck {

    /**
     * The number holds.
     *
     * @param number as everything behind the door knows it: no dots, dashes or blanks, leading zeros restored
     * @param test   whether it is of the range for test persons and test organisations
     */
    record Valid(String number, boolean test) implements IdentifierCheck {

        @Override
        public String toString() {
            return test ? "Valid[test]" : "Valid[]";
        }
    }

    /** The number cannot be one of its scheme. The detail says what is wrong and what would be right. */
    record Invalid(String detail) implements IdentifierCheck {}
}
