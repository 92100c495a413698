package eu.estafette.connector.suwinet;

import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.soap.SoapAnswer;
import eu.estafette.kit.subscription.Inquiry;
import eu.estafette.kit.subscription.Subscription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One question to UWV, and what its answer comes to. Answers that bring nothing new are not kept. */
record IkvInquiry(Party party, IkvService service, WayIn wayIn) implements Inquiry {

    @Override
    public Findings ask(Subscription person, Optional<byte[]> memory, Instant now) throws IOException {
        String number = person.number().orElseThrow();
        SoapAnswer answer = service.ask(number);
        return switch (IkvAnswer.Reader.of(answer.content(), number)) {
            case IkvAnswer.Unfit unfit -> aside(unfit, keep(answer, now), answer, memory);
            case IkvAnswer.Known known ->
                new Telling(party, person, wayIn, now).of(known, memory, () -> keep(answer, now));
        };
    }

    /** With when it was: the same answer at another time says something else. */
    private OriginalRef keep(SoapAnswer answer, Instant now) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(answer.envelope());
        content.writeBytes(("\n<!-- " + now + " -->\n").getBytes(StandardCharsets.UTF_8));
        return wayIn.originals().keep(content.toByteArray());
    }

    private Findings aside(IkvAnswer.Unfit unfit, OriginalRef original, SoapAnswer answer, Optional<byte[]> memory) {
        var part = new SetAside(
                party.id(), SuwinetConnector.NAME, original, SetAside.WHOLE, answer.envelope(), unfit.issues());
        return new Findings(List.of(), List.of(part), memory.orElseGet(() -> Memory.bytes(List.of())));
    }
}
