package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.notice;
import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Through no call that the console has, whatever it is called, does a party list, read, replay or count what is another's. */
class EveryCallTest extends HttpTest {

    private static final List<String> OTHERS =
            List.of("gemeente", "coach-org", "\"C1\"", "E1-C1", "KEY-E1", "0470 11 22 33");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private record Call(RequestMethod method, String path) {}

    @BeforeEach
    void aDeadLetterOfOthers() {
        var dead = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        model.journaled(
                decided("E1", 0, "gemeente", "C1").setNotices(List.of(dead)),
                called("DEAD", dead, "C1").setReason("REFUSED").setDetail("no"));
        model.sent(notice(dead, "C1", 1));
    }

    @BeforeEach
    void anEventOfOthersIsHeld() {
        model.journaled(undecidable("E2", 7, "gemeente").setState("HELD").setReason("NO_CASE"));
    }

    @Test
    void aPartyHasNoneOfTheOperatorsCalls() {
        List<Call> calls = calls().stream()
                .filter(call -> call.path().startsWith("/api/ops/"))
                .toList();
        assertThat(calls).hasSizeGreaterThan(16);
        assertThat(calls)
                .extracting(Call::path)
                .contains("/api/ops/held/E1", "/api/ops/held/replay", "/api/ops/held/discard");
        for (Call call : calls) {
            assertThat(answer("stranger", call).problem(403))
                    .as(call.toString())
                    .isNotEmpty();
        }
        assertThat(desk.orders()).isEmpty();
        assertThat(desk.readings()).isEmpty();
        assertThat(desk.reviews()).isEmpty();
    }

    @Test
    void aPartyGetsNothingOfOthersFromAnyCall() {
        for (Call call : calls()) {
            // When
            Answer answer = answer("stranger", call);

            // Then: nothing beyond what the stranger's own call names
            for (String word : OTHERS) {
                if (!call.path().contains(word.replace("\"", ""))) {
                    assertThat(answer.body().toString()).as(call.toString()).doesNotContain(word);
                }
            }
            assertThat(answer.status()).as(call.toString()).isIn(200, 400, 403, 404);
        }
    }

    /** Of all controllers there are, with the names of others' things in their paths. */
    private List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            for (String path : mapping.getPatternValues()) {
                if (path.startsWith("/api/")) {
                    methods.forEach(method -> calls.add(new Call(
                            method,
                            path.replace("{*path}", "/N1")
                                    .replace("//", "/")
                                    .replace("{noticeId}", "N1")
                                    .replace("{party}", "coach-org")
                                    .replace("{caseRef}", "E1-C1")
                                    .replaceAll("\\{[^}]*}", "E1"))));
                }
            }
        });
        return calls;
    }

    private Answer answer(String caller, Call call) {
        return call.method() == RequestMethod.POST
                ? post(caller, call.path(), "{}")
                : get(caller, call.path() + "?ref=E1");
    }
}
