package eu.estafette.connector.mutationfiles;

import static eu.estafette.connector.mutationfiles.TestFiles.action;
import static eu.estafette.connector.mutationfiles.TestFiles.begin;
import static eu.estafette.connector.mutationfiles.TestFiles.contract;
import static eu.estafette.connector.mutationfiles.TestFiles.employments;
import static eu.estafette.connector.mutationfiles.TestFiles.end;
import static eu.estafette.connector.mutationfiles.TestFiles.modified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmploymentsTest {

    private static final String NAME = "werk.publiceermutatieswerkrelaties-0200_20260301060000000.xml";

    private final Party party = Parties.register("magda");
    private final HubSide hub = new HubSide(party);
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    private void read(String... contracts) throws Exception {
        readAs(NAME, contracts);
    }

    private void readAs(String name, String... contracts) throws Exception {
        byte[] file = employments(contracts).getBytes(StandardCharsets.UTF_8);
        var format = new MutationFormat(party, new ExpectedFiles(Optional.empty(), List.of()));
        try (Records records =
                format.open(() -> new ByteArrayInputStream(file), name, new OriginalRef("ab".repeat(32)))) {
            Optional<FileRecord> next;
            while ((next = records.next()).isPresent()) {
                take(next.get().reading());
            }
        }
    }

    private void take(Reading reading) {
        switch (reading) {
            case Reading.Event event -> {
                switch (hub.wayIn().screening().screen(event.translated(), party)) {
                    case Screened.Fit fit -> events.add(fit.accepted().event());
                    case Screened.Unfit unfit -> unfit.issues().forEach(issue -> faults.add(issue.name()));
                }
            }
            case Reading.Faulty faulty -> faulty.issues().forEach(issue -> faults.add(issue.name()));
            case Reading.Nothing nothing -> {}
        }
    }

    @Test
    void aBeginIsTranslatedWholeAndNoEndIsNone() throws Exception {
        // When
        read(contract(modified("2026-02-27T10:00:00.500"), begin("2026-03-16") + end("9999-12-31"), action("I")));

        // Then
        assertThat(faults).isEmpty();
        assertThat(events).hasSize(1);
        CaseEvent event = events.getFirst();
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.employment.notify.started");
        assertThat(event.getBusinessKey()).isEqualTo("000000034567");
        assertThat(event.getTime()).isEqualTo("2026-02-27T09:00:00.500Z");
        assertThat(new PayloadCodec(Contracts.shipped())
                        .read(event.getPayload())
                        .toString())
                .contains(
                        "\"employer\": {\"scheme\": \"KBO\", \"number\": \"0206731645\"",
                        "\"startDate\": \"2026-03-16\", \"startTime\": \"08:30\", \"plannedEnd\": null",
                        "\"code\": \"OTH\"",
                        "\"code\": \"320\"");
    }

    @Test
    void theLastActionTellsWhatHappenedAndStampsOrderIt() throws Exception {
        // When
        read(
                contract(modified("2026-02-02T08:00:00"), begin("2026-02-02"), action("I")),
                contract(modified("2026-02-10T08:00:00"), begin("2026-02-02") + end("2026-04-30"), action("U")),
                contract(modified("2026-02-20T08:00:00"), begin("2026-02-02") + end("2026-02-19"), action("O")),
                contract(modified("2026-02-21T08:00:00+02:00"), begin("2026-02-02") + end("9999-12-31"), action("U")),
                contract(modified("2026-02-22T08:00:00"), begin("2026-02-02"), "<Geannuleerd>1</Geannuleerd>"));

        // Then
        assertThat(faults).isEmpty();
        assertThat(events).extracting(CaseEvent::getBusinessKey).containsOnly("000000034567");
        assertThat(events)
                .extracting(event -> event.getType().substring("eu.estafette.case.v1.".length()), CaseEvent::getAction)
                .containsExactly(
                        tuple("employment.notify.started", "ORIGINAL"),
                        tuple("employment.notify.changed", "ORIGINAL"),
                        tuple("employment.notify.ended", "ORIGINAL"),
                        tuple("employment.notify.ended", "REOPENING"),
                        tuple("employment.notify.started", "WITHDRAWAL"));
        assertThat(events).extracting(CaseEvent::getEventVersion).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void whereNoStampIsGivenTheFilesNameOrdersIt() throws Exception {
        // When
        read(contract("", begin("2026-02-02"), action("I")));
        readAs("nameless.xml", contract("", begin("2026-02-02"), action("I")));

        // Then
        assertThat(events).singleElement().satisfies(event -> assertThat(event.getTime())
                .isEqualTo("2026-03-01T05:00:00Z"));
        assertThat(faults).containsExactly("DatumTijdstipModificatie");
    }

    @Test
    void whatIsWrongIsToldByTheSendersNames() throws Exception {
        // When
        read(
                contract(modified("2026-02-27T10:00:00"), end("2026-03-16"), action("I")),
                contract(modified("2026-02-27T10:00:00"), begin("2026-03-16"), action("O")),
                contract(modified("2026-02-27T10:00:00"), begin("2026-03-16") + end("2026-03-01"), action("O")),
                contract(modified("2026-02-27T10:00:00"), begin("2026-13-05"), action("I")),
                contract(modified("2026-02-27T10:00:00"), begin("2026-03-16"), action("X")),
                contract(modified("2026-02-27T10:00:00"), begin("2026-03-16"), action("I"))
                        .replace(TestFiles.INSZ, TestFiles.BROKEN),
                contract(modified("2026-02-27T10:00:00"), begin("2026-03-16"), action("I"))
                        .replace("206731645", "206731646"));

        // Then
        assertThat(events).isEmpty();
        assertThat(faults)
                .containsExactly(
                        "Begin", "Einde", "Einde", "Datum", "LaatsteDimonaActie", "INSZ", "Ondernemingsnummer");
    }
}
