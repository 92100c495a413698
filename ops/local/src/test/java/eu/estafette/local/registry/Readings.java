package eu.estafette.local.registry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.schemas.registry.RegistryException;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Schemas of one record in several forms, and subjects that no other test uses. */
final class Readings {

    static final Schema FIRST = reading().requiredString("meter").endRecord();
    static final Schema SECOND =
            reading().requiredString("meter").optionalString("unit").endRecord();

    /** Fits the first, as nobody there asks for a unit, and not the second. */
    static final Schema OTHER_UNIT =
            reading().requiredString("meter").optionalInt("unit").endRecord();

    static final Schema INCOMPATIBLE = reading().requiredInt("meter").endRecord();

    private Readings() {}

    static String subject() {
        return "test-" + UUID.randomUUID();
    }

    static AbstractObjectAssert<?, Fault> fault(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.throwable(RegistryException.class))
                .extracting(RegistryException::fault);
    }

    private static SchemaBuilder.FieldAssembler<Schema> reading() {
        return SchemaBuilder.record("eu.estafette.test.Reading").fields();
    }
}
