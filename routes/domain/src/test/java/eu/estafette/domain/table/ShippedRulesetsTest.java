package eu.estafette.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

class ShippedRulesetsTest {

    @Test
    void theShippedTablesHaveNoFault() {
        assertThat(Rulesets.check(ShippedRulesets.sources(), Catalogue.shipped()))
                .isEmpty();
    }
}
