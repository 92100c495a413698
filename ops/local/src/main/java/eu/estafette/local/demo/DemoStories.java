package eu.estafette.local.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Consumer;

/**
 * Three cases: a Dutch one with the roles of story S06, a Flemish one with those of S01, and a referral that is declined. Each move waits
 * for the notice that would make a real partner move.
 */
final class DemoStories {

    private static final String SAM = "{'scheme':'BSN','number':'999990342','givenName':'Sam','familyName':'Jansen'}";
    private static final String LOU =
            "{'scheme':'INSZ','number':'91610100176','givenName':'Lou','familyName':'Peeters'}";
    private static final String KAI = "{'scheme':'BSN','number':'999993653','givenName':'Kai','familyName':'Bakker'}";
    private static final String COACHING = "'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'}";

    private final HubClient hub;
    private final Partners partners;
    private final Answers answers;
    private final Consumer<String> say;
    private final Journey sent = new Journey();
    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Brussels"));

    DemoStories(HubClient hub, Partners partners, Answers answers, Consumer<String> say) {
        this.hub = hub;
        this.partners = partners;
        this.answers = answers;
        this.say = say;
    }

    /** Plays all stories and gives the events that partners sent, answers included. */
    Journey play() throws IOException, InterruptedException {
        dutchCase();
        flemishCase();
        declinedReferral();
        return sent;
    }

    private void dutchCase() throws IOException, InterruptedException {
        var sam = new Sender(hub, sent, SAM);
        say.accept("The municipality refers Sam to a job-coach organisation.");
        sam.send(
                "gemeente-oost",
                "referral.requested",
                "REF-1",
                on(0) + ",'ruleset':'netherlands-municipality','roles':["
                        + role("REFERRER", "gemeente-oost", "") + "," + role("COMMISSIONER", "gemeente-oost", "") + ","
                        + role("WELFARE", "gemeente-oost", "inkomen") + ","
                        + role("COACH_ORGANISATION", "jobcoach-noord", "") + "],"
                        + COACHING + ",'requestedStart':'" + today.plusDays(14) + "','decideBefore':'"
                        + today.plusDays(7) + "'");
        accept(act("jobcoach-noord", "DECIDE-REFERRAL", "REF-1"));

        act("jobcoach-noord", "ASSIGN-COACH", "REF-1");
        say.accept("The organisation assigns a coach.");
        sam.send(
                "jobcoach-noord",
                "role.assigned",
                "ROLE-1",
                on(0) + ",'role':'COACH','party':'jobcoach-noord','person':'kim','coachKind':'EXTERNAL','from':'"
                        + today + "'");
        done(act("jobcoach-noord", "FIRST-CONTACT", "ROLE-1"));

        say.accept("Sam starts a job; the employer says so.");
        sam.send(
                "uitzend-nu",
                "employment.started",
                "JOB-1",
                on(0) + ",'employer':{'scheme':'ESTAFETTE','number':'uitzend-nu'},'startDate':'" + today.plusDays(3)
                        + "','plannedEnd':'" + today.plusDays(180) + "','hoursPerWeek':32");
        done(act("jobcoach-noord", "FIRST-DAY", "JOB-1"));
        act("gemeente-oost", "REVIEW-BENEFIT", "JOB-1");

        say.accept("The job ends.");
        sam.send(
                "uitzend-nu",
                "employment.ended",
                "JOB-1",
                on(0) + ",'actualEnd':'" + today.plusDays(10)
                        + "','reason':{'scheme':'ESTAFETTE','code':'NOT_RENEWED'}");
        act("gemeente-oost", "RESUME-MEDIATION", "JOB-1");
        done(act("jobcoach-noord", "CONTACT-PERSON", "JOB-1"));
    }

    private void flemishCase() throws IOException, InterruptedException {
        var lou = new Sender(hub, sent, LOU);
        say.accept("VDAB refers Lou to a volunteers' umbrella.");
        lou.send(
                "vdab",
                "referral.requested",
                "VERW-1",
                on(0) + ",'ruleset':'flanders','roles':[" + role("REFERRER", "vdab", "") + ","
                        + role("EMPLOYMENT_SERVICE", "vdab", "") + "," + role("WELFARE", "ocmw-zandhove", "") + ","
                        + role("UMBRELLA", "buddies", "") + "]," + COACHING);
        accept(act("buddies", "DECIDE-REFERRAL", "VERW-1"));

        act("buddies", "ASSIGN-COACH", "VERW-1");
        say.accept("A volunteer becomes Lou's coach.");
        lou.send(
                "buddies",
                "role.assigned",
                "ROL-1",
                on(0) + ",'role':'COACH','party':'buddies','person':'ria','coachKind':'VOLUNTEER','from':'" + today
                        + "'");
        done(act("buddies", "FIRST-CONTACT", "ROL-1"));

        say.accept("Lou tells the coach about a job: the welfare centre and VDAB hear of it the same minute.");
        lou.send(
                "buddies",
                "employment.started",
                "WERK-1",
                on(0) + ",'employer':{'scheme':'ESTAFETTE','number':'slakwekerij'},'startDate':'" + today.plusDays(3)
                        + "','plannedEnd':'" + today.plusDays(90) + "','hoursPerWeek':15");
        done(act("buddies", "FIRST-WEEK", "WERK-1"));
        act("ocmw-zandhove", "REVIEW-BENEFIT", "WERK-1");

        say.accept("The contract ends.");
        lou.send(
                "slakwekerij",
                "employment.ended",
                "WERK-1",
                on(0) + ",'actualEnd':'" + today.plusDays(30)
                        + "','reason':{'scheme':'ESTAFETTE','code':'TERM_REACHED'}");
        act("vdab", "RESUME-MEDIATION", "WERK-1");
        done(act("buddies", "CONTACT-PERSON", "WERK-1"));
    }

    private void declinedReferral() throws IOException, InterruptedException {
        var kai = new Sender(hub, sent, KAI);
        say.accept("Another municipality refers Kai; the organisation has no capacity.");
        kai.send(
                "gemeente-utrecht",
                "referral.requested",
                "REF-2",
                on(0) + ",'ruleset':'netherlands-municipality','roles':[" + role("REFERRER", "gemeente-utrecht", "")
                        + "," + role("COMMISSIONER", "gemeente-utrecht", "") + ","
                        + role("COACH_ORGANISATION", "jobcoach-noord", "") + "]," + COACHING);
        answer(
                act("jobcoach-noord", "DECIDE-REFERRAL", "REF-2"),
                "{\"outcome\":\"DECLINED\",\"reason\":{\"scheme\":\"ESTAFETTE\",\"code\":\"NO_CAPACITY\"}}");
        act("gemeente-utrecht", "CHOOSE-OTHER", "REF-2");
    }

    private ReceivedNotice act(String party, String step, String businessKey) throws InterruptedException {
        return partners.await(
                party + " must " + step + " about " + businessKey,
                notice -> notice.isAct()
                        && notice.party().equals(party)
                        && notice.step().filter(step::equals).isPresent()
                        && notice.businessKey().equals(businessKey));
    }

    private void accept(ReceivedNotice notice) throws IOException, InterruptedException {
        answer(notice, "{\"outcome\":\"ACCEPTED\"}");
    }

    private void done(ReceivedNotice notice) throws IOException, InterruptedException {
        answer(notice, "{\"outcome\":\"DONE\"}");
    }

    private void answer(ReceivedNotice notice, String body) throws IOException, InterruptedException {
        sent.add(notice.party(), answers.answer(notice, body));
        say.accept("  %s answers %s: %s"
                .formatted(notice.recipient(), notice.step().orElse("?"), body));
    }

    private String on(int daysFromToday) {
        return "'occurredOn':'" + today.plusDays(daysFromToday) + "'";
    }

    private static String role(String role, String party, String person) {
        String member = person.isEmpty() ? "" : ",'person':'" + person + "'";
        return "{'role':'" + role + "','party':'" + party + "'" + member + "}";
    }
}
