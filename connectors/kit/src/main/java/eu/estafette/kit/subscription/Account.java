package eu.estafette.kit.subscription;

import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.subscription.Inquiry.Findings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one answer of a register comes to, being gathered. The answer is kept only where something is told or set aside. Not thread-safe. */
public final class Account {

    private final Party party;
    private final String connector;
    private final WayIn wayIn;
    private final byte[] answer;
    private final Instant now;
    private final List<Verdict.Accepted> events = new ArrayList<>();
    private final List<SetAside> asides = new ArrayList<>();
    private int parts;
    private @Nullable OriginalRef original;

    /**
     * Nothing is gathered yet.
     *
     * @param answer as it came
     * @param now    when; the same answer at another time says something else
     */
    public Account(Party party, String connector, WayIn wayIn, byte[] answer, Instant now) {
        this.party = party;
        this.connector = connector;
        this.wayIn = wayIn;
        this.answer = answer.clone();
        this.now = now;
    }

    /** The answer, kept together with when it was given. */
    public OriginalRef original() {
        OriginalRef kept = original;
        if (kept == null) {
            var content = new ByteArrayOutputStream();
            content.writeBytes(answer);
            content.writeBytes(("\n<!-- " + now + " -->\n").getBytes(StandardCharsets.UTF_8));
            kept = wayIn.originals().keep(content.toByteArray());
            original = kept;
        }
        return kept;
    }

    /** Which event or part comes next, from 1. */
    public int nextPart() {
        return ++parts;
    }

    /**
     * Has an event checked and takes it.
     *
     * @param key of what it is about; holds no person number
     * @return false if it is not fit to be told, and was set aside
     */
    public boolean tell(Translated translated, String key) {
        return switch (wayIn.screening().screen(translated, party)) {
            case Screened.Fit(Verdict.Accepted accepted) -> events.add(accepted);
            case Screened.Unfit(List<Issue> issues) -> {
                aside(issues, key);
                yield false;
            }
        };
    }

    /** Sets aside one thing in the answer. */
    public void aside(List<Issue> issues, String key) {
        add(nextPart(), key.getBytes(StandardCharsets.UTF_8), issues);
    }

    /** Sets aside the answer as a whole. */
    public void asideWhole(List<Issue> issues) {
        add(SetAside.WHOLE, answer, issues);
    }

    private void add(int part, byte[] content, List<Issue> issues) {
        asides.add(new SetAside(party.id(), connector, original(), part, content, issues));
    }

    /** All of it. @param memory what to know the next time */
    public Findings findings(byte[] memory) {
        return new Findings(events, asides, memory);
    }
}
