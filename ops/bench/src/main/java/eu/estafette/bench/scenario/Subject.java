package eu.estafette.bench.scenario;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Sealed;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Identities;

/** A person who is not one: the numbers lie in the range that is given to nobody. */
record Subject(int number, SubjectKey key, Circle circle) {

    static Subject of(int number, Tokens tokens) {
        Circle circle = Parties.circle(number);
        return new Subject(number, tokens.subjectKey(circle.scheme(), personNumber(number)), circle);
    }

    Sealed identity() {
        return Identities.seal(new Identity(circle.scheme(), personNumber(number), "Sam", "Jansen"));
    }

    private static String personNumber(int number) {
        return "999%08d".formatted(number);
    }
}
