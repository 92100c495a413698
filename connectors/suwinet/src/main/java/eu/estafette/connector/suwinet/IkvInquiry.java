package eu.estafette.connector.suwinet;

import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.soap.SoapAnswer;
import eu.estafette.kit.subscription.Account;
import eu.estafette.kit.subscription.Inquiry;
import eu.estafette.kit.subscription.Subscription;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One question to UWV, and what its answer comes to. Answers that bring nothing new are not kept. */
record IkvInquiry(Party party, IkvService service, WayIn wayIn) implements Inquiry {

    @Override
    public Findings ask(Subscription person, Optional<byte[]> memory, Instant now) throws IOException {
        String number = person.number().orElseThrow();
        SoapAnswer answer = service.ask(number);
        var account = new Account(party, SuwinetConnector.NAME, wayIn, answer.envelope(), now);
        return switch (IkvAnswer.Reader.of(answer.content(), number)) {
            case IkvAnswer.Unfit unfit -> {
                account.asideWhole(unfit.issues());
                yield account.findings(memory.orElseGet(() -> Memory.bytes(List.of())));
            }
            case IkvAnswer.Known known -> new Telling(party, person, account, now).of(known, memory);
        };
    }
}
