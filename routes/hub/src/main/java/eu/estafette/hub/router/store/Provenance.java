package eu.estafette.hub.router.store;

import eu.estafette.domain.cases.CaseId;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens.NoticeRef;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a case was kept before, and which of its notices an id stands for that was made elsewhere. An id holds a subject key and a sequence
 * for ever; but a case may go to another key, and may take over the notices of another case, which then have other sequences in it. All that
 * is not named here was named under the key where the case is now, with the sequence it has.
 *
 * @param left  subject keys, without repetition
 * @param spans in no overlap, neither by their ids nor by the sequences they stand for
 */
public record Provenance(List<SubjectKey> left, List<Span> spans) {

    /** Of a case that is where it was opened, alone. */
    public static final Provenance NONE = new Provenance(List.of(), List.of());

    public Provenance {
        left = List.copyOf(left);
        spans = List.copyOf(spans);
    }

    /**
     * Ids that were made in a row.
     *
     * @param first sequence in the first id
     * @param last  sequence in the last id
     * @param shift what to add for the sequence in the case
     * @param file  the case that sent these notices, under which they lie on their lanes
     */
    public record Span(SubjectKey subject, int first, int last, int shift, CaseId file) {

        private boolean names(NoticeRef ref) {
            return subject.equals(ref.subject()) && first <= ref.sequence() && ref.sequence() <= last;
        }

        private boolean holds(int sequence) {
            return first + shift <= sequence && sequence <= last + shift;
        }

        private Span shifted(int by) {
            return new Span(subject, first, last, shift + by, file);
        }
    }

    /**
     * The sequence in the case of the notice with this id.
     *
     * @param here where the case is
     * @return empty if the id is of another case
     */
    public Optional<Integer> sequence(NoticeRef ref, SubjectKey here) {
        for (Span span : spans) {
            if (span.names(ref)) {
                return Optional.of(ref.sequence() + span.shift());
            }
        }
        return ref.subject().equals(here) ? Optional.of(ref.sequence()) : Optional.empty();
    }

    /** What the id of a notice of the case holds. */
    public NoticeRef ref(int sequence, SubjectKey here) {
        for (Span span : spans) {
            if (span.holds(sequence)) {
                return new NoticeRef(span.subject(), sequence - span.shift());
            }
        }
        return new NoticeRef(here, sequence);
    }

    /** The case that sent a notice, if that is not plainly this one. */
    public Optional<CaseId> sender(int sequence) {
        return spans.stream()
                .filter(span -> span.holds(sequence))
                .map(Span::file)
                .findFirst();
    }

    /** Whether the case comes from there, however long ago. */
    public boolean knows(SubjectKey subject) {
        return left.contains(subject);
    }

    /** Of the case once it has passed a key without staying there. */
    public Provenance passing(SubjectKey subject) {
        Set<SubjectKey> keys = new LinkedHashSet<>(left);
        keys.add(subject);
        return new Provenance(List.copyOf(keys), spans);
    }

    /** Of the case as it leaves its key or becomes part of another, with all its notices named. */
    public Provenance leaving(SubjectKey here, CaseId file, int notices) {
        List<Span> all = new ArrayList<>(spans);
        int first = 0;
        for (int sequence = 1; sequence <= notices + 1; sequence++) {
            boolean unnamed = sequence <= notices && !isNamed(sequence);
            if (unnamed && first == 0) {
                first = sequence;
            } else if (!unnamed && first > 0) {
                all.add(new Span(here, first, sequence - 1, 0, file));
                first = 0;
            }
        }
        return new Provenance(passing(here).left(), all);
    }

    /** Of this case with all of another one's notices after its own. */
    public Provenance takingOver(Provenance gone, int noticesFrom) {
        Set<SubjectKey> keys = new LinkedHashSet<>(left);
        keys.addAll(gone.left());
        List<Span> all = new ArrayList<>(spans);
        gone.spans().forEach(span -> all.add(span.shifted(noticesFrom)));
        return new Provenance(List.copyOf(keys), all);
    }

    private boolean isNamed(int sequence) {
        return spans.stream().anyMatch(span -> span.holds(sequence));
    }
}
