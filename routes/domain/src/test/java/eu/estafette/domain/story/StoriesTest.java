package eu.estafette.domain.story;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The stories, decided by the pure function alone; printed as they went. */
class StoriesTest {

    @TestFactory
    Stream<DynamicTest> theStoriesGoAsTheyAreWritten() {
        return Stories.played(decisions -> decisions, System.out::print);
    }
}
