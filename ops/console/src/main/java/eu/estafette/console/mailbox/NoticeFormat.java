package eu.estafette.console.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.contract.message.Notice;

/** Writes a notice as its receiver reads it, in the form that every connector shares. */
@FunctionalInterface
public interface NoticeFormat {

    JsonNode write(Notice notice);
}
