package eu.estafette.schemas.avro;

import eu.estafette.contract.message.Payload;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make objects of the classes generated from our message contracts. Avro 1.12 refuses every class that was not named to it,
 * because a schema from elsewhere could name any class there is.
 */
public final class GeneratedClasses {

    private static final String PACKAGE = Payload.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(
                ClassSecurityValidator.composite(ClassSecurityValidator.getGlobal(), type -> type.getPackageName()
                        .equals(PACKAGE)));
    }

    private GeneratedClasses() {}

    /**
     * For this JVM, from now on. All codecs and serializers of this module call it; code that copies a generated record
     * ({@code newBuilder(record)}) before it uses any of them calls it first.
     */
    public static void trust() {
        // loading the class did it, once
    }
}
