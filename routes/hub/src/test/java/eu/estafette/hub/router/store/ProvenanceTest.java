package eu.estafette.hub.router.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.CaseId;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens.NoticeRef;
import org.junit.jupiter.api.Test;

/** An id of a notice stands for the same notice for ever. */
class ProvenanceTest {

    private static final SubjectKey A = key('a');
    private static final SubjectKey B = key('b');
    private static final SubjectKey C = key('c');
    private static final CaseId CASE = new CaseId("C1");
    private static final CaseId OTHER = new CaseId("C2");

    @Test
    void aCaseWhereItWasOpenedKnowsItsOwnNoticesOnly() {
        assertThat(Provenance.NONE.sequence(new NoticeRef(A, 7), A)).contains(7);
        assertThat(Provenance.NONE.sequence(new NoticeRef(B, 7), A)).isEmpty();
    }

    @Test
    void aCaseThatMovedKeepsTheNamesOfBeforeAndGivesNewOnes() {
        Provenance moved = Provenance.NONE.leaving(A, CASE, 5);

        assertThat(moved.sequence(new NoticeRef(A, 5), B)).contains(5);
        assertThat(moved.sequence(new NoticeRef(A, 6), B)).as("made by nobody").isEmpty();
        assertThat(moved.sequence(new NoticeRef(B, 6), B)).contains(6);
        assertThat(moved.ref(5, B)).isEqualTo(new NoticeRef(A, 5));
        assertThat(moved.ref(6, B)).isEqualTo(new NoticeRef(B, 6));
    }

    @Test
    void whatWasTakenOverHasOtherSequencesButTheSameNames() {
        // Given: 5 notices of the older case that came from A, 3 of the one that was at B
        Provenance merged = Provenance.NONE.leaving(A, CASE, 5).takingOver(Provenance.NONE.leaving(B, OTHER, 3), 5);

        assertThat(merged.sender(7)).as("where it lies on its lane").contains(OTHER);
        assertThat(merged.sequence(new NoticeRef(A, 2), B)).contains(2);
        assertThat(merged.sequence(new NoticeRef(B, 2), B)).contains(7);
        assertThat(merged.sequence(new NoticeRef(B, 9), B)).as("sent since").contains(9);
        assertThat(merged.ref(7, B)).isEqualTo(new NoticeRef(B, 2));
    }

    @Test
    void everyNoticeKeepsItsNameHoweverOftenTheCaseMoves() {
        // Given: merged at B, two more notices there, merged into an older case at C that sent 4, and on to A, where it
        // was before
        Provenance merged = Provenance.NONE.leaving(A, CASE, 5).takingOver(Provenance.NONE.leaving(B, CASE, 3), 5);
        Provenance atC = Provenance.NONE.leaving(C, CASE, 4).takingOver(merged.leaving(B, CASE, 10), 4);
        Provenance atA = atC.leaving(C, CASE, 15);

        for (int sequence = 1; sequence <= 16; sequence++) {
            assertThat(atA.sequence(atA.ref(sequence, A), A)).contains(sequence);
        }
        assertThat(atA.ref(16, A)).isEqualTo(new NoticeRef(A, 16));
        assertThat(atA.sequence(new NoticeRef(B, 2), A)).contains(11);
        assertThat(atA.sequence(new NoticeRef(B, 10), A)).contains(14);
        assertThat(atA.sequence(new NoticeRef(C, 15), A)).contains(15);
        assertThat(atA.left()).containsExactlyInAnyOrder(A, B, C);
    }

    @Test
    void aCaseWithoutNoticesKnowsWhereItWas() {
        assertThat(Provenance.NONE.leaving(A, CASE, 0).knows(A)).isTrue();
        assertThat(Provenance.NONE.leaving(A, CASE, 0).spans()).isEmpty();
    }

    private static SubjectKey key(char digit) {
        return new SubjectKey(String.valueOf(digit).repeat(24));
    }
}
