package eu.estafette.kit.view;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.FieldSpec;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import eu.estafette.schemas.Contracts;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Entitlements are checked on the catalogue, fields leave by the contracts: both must say the same. */
class ViewContractsTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Contracts CONTRACTS = Contracts.shipped();

    static Stream<View> viewsOfEvents() {
        return Stream.of(EventType.values())
                .flatMap(event -> CATALOGUE.views().familyOf(event).stream())
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("viewsOfEvents")
    void aViewsContractHasTheFieldsAndCategoriesOfTheCatalogue(View view) {
        // When
        List<Schema.Field> fields =
                CONTRACTS.latest("view/" + view.name()).schema().getFields();

        // Then
        assertThat(fields).extracting(Schema.Field::name).containsExactlyInAnyOrderElementsOf(view.fields());
        assertThat(fields).allSatisfy(field -> assertThat(view.shown().get(field.name()))
                .as(field.name())
                .isEqualTo(Set.of(Category.valueOf(field.getProp("category")))));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void anEventsContractHasTheFieldsAndCategoriesOfTheCatalogue(EventType event) {
        // When
        Schema contract = CONTRACTS.latest("event/" + event.shortName()).schema();

        // Then
        assertThat(CATALOGUE.event(event).fields().values())
                .allSatisfy(spec -> assertThat(contract.getField(spec.name()))
                        .as(spec.name())
                        .isNotNull()
                        .satisfies(field -> assertThat(field.getProp("category"))
                                .isEqualTo(spec.category().name())));
        assertThat(contract.getFields())
                .extracting(Schema.Field::name)
                .containsAll(CATALOGUE.event(event).fields().values().stream()
                        .map(FieldSpec::name)
                        .toList());
    }
}
