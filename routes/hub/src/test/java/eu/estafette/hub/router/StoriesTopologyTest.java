package eu.estafette.hub.router;

import eu.estafette.domain.story.Stories;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories through the router as it runs: every event, case and notice encoded and decoded on its way. */
class StoriesTopologyTest {

    @TestFactory
    Stream<DynamicTest> theStoriesGoAsTheyAreWritten() {
        return Stories.played(RouterWay::new);
    }
}
