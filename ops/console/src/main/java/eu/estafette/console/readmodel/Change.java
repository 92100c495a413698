package eu.estafette.console.readmodel;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import java.util.Map;
import java.util.Optional;

/** What one record of a followed topic means to the read model. */
sealed interface Change {

    /** Something happened, once and for ever. */
    record Journaled(int partition, long offset, JournalEntry entry) implements Change {}

    /**
     * A notice is on {@code estafette.notices}.
     *
     * @param body the record's value, untouched
     */
    record Sent(int partition, long offset, Notice notice, byte[] body) implements Change {}

    /** A notice is no longer kept. */
    record Removed(String noticeId) implements Change {}

    /**
     * An entry of the case store has this content from now on.
     *
     * @param key   subject key, a slash, and which entry of the subject it is
     * @param entry absent if it is no longer kept
     */
    record Stored(String key, Optional<CaseEntry> entry) implements Change {}

    /**
     * A record of {@code estafette.events} was set aside as invalid, or is no longer.
     *
     * @param place   partition and offset where it stood, with a dash between
     * @param headers as it has them now, by name; empty of one that is no longer set aside
     */
    record SetAside(String place, long offset, Map<String, String> headers) implements Change {}

    /** A record that the read model cannot show; it stays on its topic, and the desk is told. */
    record Unreadable(String failure) implements Change {}
}
