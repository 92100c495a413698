package eu.estafette.domain.story;

import java.util.List;

/** A story as written: who is on the case, and scene by scene what happens and what must follow. */
record Story(String title, String ruleset, List<Cast> cast, List<String> known, List<Scene> scenes) {

    /** Somebody on the case: {@code COACH=buddies/ria:VOLUNTEER}. */
    record Cast(String role, String party, String person, String coachKind) {}

    /**
     * One thing that happens.
     *
     * @param setUp  it only prepares what follows; its result is not listed
     * @param words  from the source on
     * @param expect all that must follow, in the notation of the stories
     */
    record Scene(String line, boolean setUp, java.time.LocalDate date, List<String> words, List<String> expect) {}
}
