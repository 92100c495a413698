package eu.estafette.hub;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the POMs cannot say of the modules that a hub is made of. */
@AnalyzeClasses(packages = "eu.estafette", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule flowsBuildOnEachOtherInOneDirection =
            slices().matching("eu.estafette.hub.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule thePartsOfTheDeliveryBuildOnEachOtherInOneDirection =
            slices().matching("eu.estafette.hub.delivery.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule connectorsShareOnlyTheKit =
            slices().matching("eu.estafette.connector.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule connectorsKnowTheKitTheContractsAndTheDomain = classes()
            .that()
            .resideInAPackage("eu.estafette.connector..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "eu.estafette.connector..",
                            "eu.estafette.kit..",
                            "eu.estafette.schemas..",
                            "eu.estafette.contract..",
                            "eu.estafette.domain..")
                    .or(JavaClass.Predicates.resideOutsideOfPackage("eu.estafette..")));

    @ArchTest
    static final ArchRule connectorsAndTheirKitNeedNoSpring = noClasses()
            .that()
            .resideInAnyPackage("eu.estafette.connector..", "eu.estafette.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule connectorsAreWiredInOnePlace = noClasses()
            .that(resideInAPackage("eu.estafette..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages(
                            "eu.estafette.connector..", "eu.estafette.hub.connectors..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("eu.estafette.connector..");

    /** A configuration that nobody imports is a flow that is not there, and the door would only say "come again". */
    @ArchTest
    static void everyConfigurationIsPartOfTheHub(JavaClasses all) {
        List<String> imported = Stream.of(
                        EstafetteHub.class.getAnnotation(Import.class).value())
                .map(Class::getName)
                .toList();

        assertThat(all.stream()
                        .filter(type -> type.getPackageName().startsWith("eu.estafette.hub"))
                        .filter(type -> type.isAnnotatedWith(Configuration.class))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrderElementsOf(imported);
    }

    @ArchTest
    static final ArchRule nothingThatShipsHoldsABroker = noClasses()
            .that()
            .resideInAPackage("eu.estafette..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka..",
                    "org.apache.kafka.server..",
                    "org.apache.kafka.controller..",
                    "org.apache.kafka.coordinator..",
                    "org.apache.kafka.metadata..",
                    "org.apache.kafka.raft..",
                    "org.apache.kafka.storage..",
                    "org.apache.kafka.common.test..");
}
