package eu.estafette.hub.delivery.lane;

import eu.estafette.contract.message.Notice;
import eu.estafette.kit.token.SubjectKey;

/** A notice that could be read, with the key under which all about its case is written. */
public record LaneNotice(Notice notice, SubjectKey subject) {}
