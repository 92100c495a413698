package eu.estafette.connector.magda;

import eu.estafette.connector.magda.ContractReader.Read;
import eu.estafette.kit.employment.BrusselsTime;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.subscription.Account;
import eu.estafette.kit.subscription.Inquiry;
import eu.estafette.kit.subscription.Subscription;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One question to MAGDA about a person's employments, and what its answer comes to. Answers that bring nothing new are not kept. */
record RelationsInquiry(Party party, MagdaAddress address, MagdaService service, WayIn wayIn) implements Inquiry {

    @Override
    public Findings ask(Subscription person, Optional<byte[]> kept, Instant now) throws IOException {
        Memory memory = kept.map(Memory::of).orElse(Memory.NOTHING);
        try {
            String number = person.number().orElseThrow();
            Reply reply = reply(person, number, memory, now);
            return heard(person, memory, reply, number, now);
        } catch (UnreadableReplyException e) {
            Account account = account(e.envelope(), now);
            if (!memory.code().equals(Optional.of("unreadable"))) {
                account.asideWhole(e.issues());
            }
            return account.findings(memory.failing("unreadable").bytes());
        }
    }

    /** Whom MAGDA says twice, a turn apart, that it does not know, it is told of again. */
    private Reply reply(Subscription person, String number, Memory memory, Instant now) throws IOException {
        Reply reply = relations(person, number, now);
        boolean lost =
                failsWith(reply, Codes.NOT_REGISTERED) && memory.code().equals(Optional.of(Codes.NOT_REGISTERED));
        if (!lost) {
            return reply;
        }
        Repertory.Heard heard = new Repertory(service)
                .ask(address, number, known -> Question.register(address, cause(person, now), known, person.since()));
        return heard instanceof Repertory.Heard.Done ? relations(person, number, now) : reply;
    }

    private Findings heard(Subscription person, Memory memory, Reply reply, String number, Instant now)
            throws IOException {
        Optional<String> renewed = reply.remark(Codes.REPLACED).flatMap(remark -> remark.otherThan(number));
        if (renewed.isPresent() && !memory.renumbered().equals(renewed)) {
            return renumbered(reply, memory, number, renewed.get(), now);
        }
        // told, and yet the hub still calls the person so
        Set<String> numbers = Stream.concat(Stream.of(number), renewed.stream()).collect(Collectors.toSet());
        return renewed.isPresent() && failsWith(reply, Codes.REPLACED)
                ? told(person, memory, relations(person, renewed.get(), now), numbers, now)
                : told(person, memory, reply, numbers, now);
    }

    private Findings told(Subscription person, Memory memory, Reply reply, Set<String> numbers, Instant now)
            throws UnansweredException {
        Account account = account(reply.envelope(), now);
        Optional<String> failure = reply.failure().map(Remark::code).filter(code -> !code.equals(Codes.NO_DATA));
        if (failure.isPresent()) {
            return failed(account, memory, failure.get());
        }
        var reader = new ContractReader(numbers, person.number().orElseThrow());
        List<Read> contracts = reply.failure().isPresent()
                ? List.of()
                : reply.content().flatMap(content -> content.child("Contracten")).stream()
                        .flatMap(all -> all.all("Contract").stream())
                        .map(reader::of)
                        .toList();
        boolean whole = reply.failure().isPresent() || reply.isWhole();
        var known = new TreeMap<>(memory.employments());
        var telling = new Telling(party, account, person.since(), now);
        return account.findings(memory.with(telling.of(contracts, known, whole)).bytes());
    }

    /** Asked again at once what passes; at the next turn what does not, and seen once by operators. */
    private static Findings failed(Account account, Memory memory, String code) throws UnansweredException {
        String said = "MAGDA answered " + code + Codes.meaning(code);
        if (Codes.passes(code)) {
            throw new UnansweredException(said);
        }
        if (!memory.code().equals(Optional.of(code))) {
            account.asideWhole(List.of(new Issue(
                    Stage.RULE, code, "body", "Uitzondering", Optional.empty(), said + "; nothing was told")));
        }
        return account.findings(memory.failing(code).bytes());
    }

    /** The router follows the new number from then on, and asks by that. */
    private Findings renumbered(Reply reply, Memory memory, String old, String renewed, Instant now) {
        Account account = account(reply.envelope(), now);
        var event = new Renumbered(party, old, renewed)
                .event(account.original(), account.nextPart(), now.atZone(BrusselsTime.ZONE));
        account.tell(event, Codes.REPLACED);
        return account.findings(memory.renumbered(renewed).bytes());
    }

    private Reply relations(Subscription person, String number, Instant now) throws IOException {
        return service.ask(address, Question.relations(address, cause(person, now), number, person.since()));
    }

    private static boolean failsWith(Reply reply, String code) {
        return reply.failure().filter(remark -> remark.code().equals(code)).isPresent();
    }

    private static String cause(Subscription person, Instant now) {
        return person.caseId() + "|" + now;
    }

    private Account account(byte[] envelope, Instant now) {
        return new Account(party, MagdaConnector.NAME, wayIn, envelope, now);
    }
}
