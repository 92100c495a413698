package eu.estafette.kit.delivery;

import eu.estafette.contract.message.Notice;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;

/** One call of a partner: this notice, to this address. The notice's id is the idempotency key of every call made for it. */
public record Delivery(Notice notice, Party party, DeliveryAddress address) {}
