package eu.estafette.kit.file;

import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.WayIn;

/** What files of one party go through on their way in. */
public record FileDoor(String connector, Party party, WayIn wayIn) {}
