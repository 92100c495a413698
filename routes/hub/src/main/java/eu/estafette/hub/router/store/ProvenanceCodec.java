package eu.estafette.hub.router.store;

import eu.estafette.contract.message.AliasEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.contract.message.NamedNotices;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.kit.token.SubjectKey;
import java.util.List;

/** Where a case comes from, in its entry {@code head}, and where it went, in the entry {@code alias}. */
final class ProvenanceCodec {

    private ProvenanceCodec() {}

    static List<String> keys(Provenance provenance) {
        return provenance.left().stream().map(SubjectKey::hex).toList();
    }

    static List<NamedNotices> spans(Provenance provenance) {
        return provenance.spans().stream()
                .map(span -> new NamedNotices(
                        span.subject().hex(),
                        span.first(),
                        span.last(),
                        span.shift(),
                        span.file().value()))
                .toList();
    }

    static Provenance read(CaseHead head) {
        if (head.getLeft().isEmpty()) {
            return Provenance.NONE;
        }
        return new Provenance(
                head.getLeft().stream().map(SubjectKey::new).toList(),
                head.getNamed().stream()
                        .map(named -> new Provenance.Span(
                                new SubjectKey(named.getSubject()),
                                named.getFirst(),
                                named.getLast(),
                                named.getShift(),
                                new CaseId(named.getCaseId())))
                        .toList());
    }

    static AliasEntry write(Alias alias) {
        return new AliasEntry(alias.to().hex(), alias.lastUsed());
    }

    static Alias read(AliasEntry entry) {
        return new Alias(new SubjectKey(entry.getTo()), entry.getLastUsed());
    }
}
