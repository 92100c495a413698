package eu.estafette.kit.file;

import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import java.util.List;
import java.util.Optional;

/** What files of one party go through on their way in. */
public record FileDoor(String connector, Party party, WayIn wayIn) {

    /** Empty where nothing happened. */
    Optional<Screened> screen(Reading reading) {
        return switch (reading) {
            case Reading.Nothing nothing -> Optional.empty();
            case Reading.Faulty(List<Issue> issues) -> Optional.of(new Screened.Unfit(issues));
            case Reading.Event event -> Optional.of(wayIn.screening().screen(event.translated(), party));
        };
    }
}
