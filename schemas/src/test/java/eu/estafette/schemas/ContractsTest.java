package eu.estafette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.Notice;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractsTest {

    private final Contracts contracts = Contracts.shipped();

    @Test
    void aContractIsLoadedOnce() {
        // When
        Contract first = contracts.contract("view/referral-full", 1);

        // Then
        assertThat(first.schema().getName()).isEqualTo("ReferralFull");
        assertThat(contracts.contract("view/referral-full", 1)).isSameAs(first);
        assertThat(contracts.of(first.schema())).isSameAs(first);
    }

    @Test
    void aMessageContractIsTheSchemaOfItsClass() {
        assertThat(contracts.contract("message/Notice", 1).schema()).isSameAs(Notice.getClassSchema());
    }

    @Test
    void theLatestVersionIsTheHighestWithoutAGap() {
        assertThat(contracts.latest("event/referral.requested").version()).isEqualTo(1);
        assertThat(new Contracts("broken-contracts")
                        .latest("event/thing.changed")
                        .version())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event/no.such",
                "view/../event/referral.requested",
                "message/NoSuch",
                "referral.requested",
                "",
                "event/",
                "plan/x"
            })
    void anUnknownContractIsRefusedByName(String name) {
        assertThatThrownBy(() -> contracts.contract(name, 1))
                .isInstanceOf(UnknownContractException.class)
                .hasMessageStartingWith("contract: '" + name + "' version 1 is not shipped");
        assertThatThrownBy(() -> contracts.latest(name)).isInstanceOf(UnknownContractException.class);
    }

    @Test
    void aVersionThatIsNotShippedIsRefused() {
        assertThatThrownBy(() -> contracts.contract("message/Notice", 2)).isInstanceOf(UnknownContractException.class);
        assertThatThrownBy(() -> contracts.contract("view/referral-full", 0))
                .isInstanceOf(UnknownContractException.class);
    }

    @Test
    void aSchemaFromElsewhereIsNoContract() {
        assertThatThrownBy(() ->
                        contracts.of(SchemaBuilder.record("Elsewhere").fields().endRecord()))
                .isInstanceOf(UnknownContractException.class)
                .hasMessageContaining("Elsewhere");
    }
}
