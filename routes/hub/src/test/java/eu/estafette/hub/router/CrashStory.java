package eu.estafette.hub.router;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import org.apache.avro.generic.GenericRecord;

/** The cases of three persons, of whom one gets the number of another, with something of everything that a router does. */
final class CrashStory {

    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies known=winkel";

    private CrashStory() {}

    /** Without a broker and undisturbed. */
    static Persons played() {
        var codec = new PayloadCodec(Contracts.shipped());
        var persons = new Persons(CAST);
        DrivenRouter time = persons.driver();
        time.timeStands(true);
        persons.refer("A", "VA");
        persons.refer("C", "VC");
        persons.noise("C");
        persons.work("C", "EC");
        time.timeStands(false);
        Notice asked = asked(persons, "VA");
        persons.delivered(asked(persons, "VC"));
        GenericRecord content = codec.read(asked.getPayload());
        content.put("contact", "0470 44 55 66");
        persons.about(asked, Edited.of(asked, content));
        persons.answer(persons.asking("DECIDE-REFERRAL"), "NEEDS_INFO");
        persons.send("A", "2026-03-03 buddies employment.ended EA actualEnd=03-03");
        persons.work("A", "EA");
        persons.send("C", "2026-03-03 buddies employment.ended EX actualEnd=03-03");
        persons.refer("B", "VB");
        persons.renumber("A", "B", "N1");
        persons.work("A", "E9");
        persons.passTo("2026-03-20T08:00:00Z");
        persons.passTo("2026-06-20T08:00:00Z");
        persons.work("C", "EY");
        persons.work("B", "EZ");
        return persons;
    }

    /** What whoever decides on a referral was asked. */
    private static Notice asked(Persons persons, String referral) {
        return persons.notices().stream()
                .filter(notice -> notice.getStep() != null
                        && notice.getEvent().getBusinessKey().equals(referral))
                .findFirst()
                .orElseThrow();
    }
}
