package eu.estafette.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Sight;
import eu.estafette.domain.view.View;
import eu.estafette.domain.view.ViewCatalogue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();

    @Test
    void everyEventTypeHasItsRow() {
        assertThat(CATALOGUE.events().keySet()).containsExactlyInAnyOrder(EventType.values());
    }

    @Test
    void fieldsKnowTheirTypeAndCategory() {
        assertThat(CATALOGUE.event(EventType.REFERRAL_REQUESTED).fields().get("need"))
                .isEqualTo(new FieldSpec("need", "NEED", true, true, true, Category.REFERRAL));
        assertThat(CATALOGUE.event(EventType.EMPLOYMENT_CHANGED).fields().get("startDate"))
                .as("fields of another event are all optional")
                .isEqualTo(new FieldSpec("startDate", "date", false, false, true, Category.EMPLOYMENT));
    }

    @Test
    void sendersAreInTheOrderInWhichTheySpeak() {
        EventSpec started = CATALOGUE.event(EventType.EMPLOYMENT_STARTED);

        assertThat(started.senders()).startsWith(Role.EMPLOYER, Role.WORKPLACE, Role.COACH);
        assertThat(started.byRegister()).isTrue();
        assertThat(CATALOGUE.event(EventType.CLOCK_RANG).byHub()).isTrue();
    }

    @Test
    void aListOfFieldsMayLeaveSomeOut() {
        View full = CATALOGUE.views().named("employment-start-full").orElseThrow();

        assertThat(full.fields()).contains("employer", "schedule").doesNotContain("workAddress", "measure");
        assertThat(full.categories()).containsExactlyInAnyOrder(Category.IDENTITY, Category.EMPLOYMENT);
    }

    @Test
    void noEventCarriesWhatIsConfidedOrAJudgement() {
        assertThat(CATALOGUE.events().values())
                .flatMap(spec -> List.copyOf(spec.fields().values()))
                .extracting(FieldSpec::category)
                .doesNotContain(Category.COACHING_PRIVATE, Category.JUDGEMENT);
    }

    @Test
    void aRoleGetsTheWidestViewThatNeedsNoConsent() {
        Sight flanders = CATALOGUE.views().under(Set.of("flanders", "common"));

        assertThat(flanders.widest(EventType.SIGNAL_RAISED, Role.COACH))
                .map(View::name)
                .contains("signal-full");
        assertThat(flanders.widest(EventType.SIGNAL_RAISED, Role.REFERRER))
                .map(View::name)
                .contains("signal-fact");
        assertThat(flanders.widest(EventType.SIGNAL_RAISED, Role.WELFARE)).isEmpty();
        assertThat(flanders.widest(EventType.EMPLOYMENT_STARTED, Role.WELFARE))
                .map(View::name)
                .contains("employment-start-benefit");
    }

    @Test
    void anExceptionHoldsInTheRulesetAndWhateverExtendsIt() {
        Sight flanders = CATALOGUE.views().under(Set.of("flanders", "common"));
        Sight municipality = CATALOGUE.views().under(Set.of("netherlands-municipality", "netherlands-uwv", "common"));

        assertThat(flanders.widest(EventType.WAGE_VALUE_DETERMINED, Role.EMPLOYER))
                .isEmpty();
        assertThat(municipality.widest(EventType.WAGE_VALUE_DETERMINED, Role.EMPLOYER))
                .map(View::name)
                .contains("wage-value-full");
    }

    @Test
    void noViewEverTellsAnEmployerWithoutConsentThatThereIsACoach() {
        Sight flanders = CATALOGUE.views().under(Set.of("flanders", "common"));

        assertThat(Arrays.stream(EventType.values())
                        .flatMap(event -> CATALOGUE.views().familyOf(event).stream())
                        .filter(view -> flanders.mayRead(view, Role.EMPLOYER)))
                .noneMatch(view -> view.categories().contains(Category.REFERRAL));
    }

    @Test
    void viewsThatShowARoleWhatItMayNeverHaveAreRefusedWithViewFieldRoleAndRule() {
        CsvText views = CsvText.parse(
                "views.csv",
                "view,on,fields,roles\nplan,coaching.reported,*,WELFARE\nwho,person.moved,from,COACH OPERATOR\n");
        List<View> parsed = ViewsParser.parse(views, new Groups(Map.of()), CATALOGUE.events());

        assertThatThrownBy(() -> new ViewCatalogue(parsed, CATALOGUE.views().entitlements()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("""
                        view plan shows goals and activities and advice (COACHING_PLAN) to WELFARE, which may never have it: entitlements.csv has - for WELFARE,PL
                        view who shows the person (IDENTITY) to OPERATOR, which may never have it: entitlements.csv has - for OPERATOR,ID
                        view who shows from (CONTACT) to OPERATOR, which may never have it: entitlements.csv has - for OPERATOR,CO""");
    }

    @Test
    void aFaultInAListNamesFileAndLine() {
        Groups groups = new Groups(Map.of());

        assertThatThrownBy(() -> EventsParser.parse(
                        CsvText.parse(
                                "events.csv",
                                "event,nature,senders,fields,standard\nsignal.raised,OBSERVATION,COACH,kind:X/ZZ,own\n"),
                        groups))
                .isInstanceOf(CatalogueException.class)
                .hasMessage("events.csv:2: unknown category in kind:X/ZZ");
        assertThatThrownBy(() -> ViewsParser.parse(
                        CsvText.parse("views.csv", "view,on,fields,roles\nv,signal.raised,colour,COACH\n"),
                        groups,
                        CATALOGUE.events()))
                .hasMessage("views.csv:2: view v names the unknown field colour");
    }

    @Test
    void aCellInQuotesMayHoldCommas() {
        CsvText csv = CsvText.parse("x.csv", "# note\na,b\n\"one, two\",\"say \"\"yes\"\"\"\n");

        assertThat(csv.comments()).containsExactly(new CsvText.Comment(1, "note"));
        assertThat(csv.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(3);
            assertThat(row.cells()).containsExactly("one, two", "say \"yes\"");
        });
    }
}
