package eu.estafette.hub.router.store;

import eu.estafette.contract.message.SentEntry;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.party.Role;
import java.util.List;
import java.util.Optional;

/** The entries {@code sent/<line>} of the case store. */
final class SentCodec {

    private static final String ACT = "ACT";
    private static final String INFORM = "INFORM";

    private SentCodec() {}

    static SentEntry write(Line line, List<SentNotice> notices) {
        return SentEntry.newBuilder()
                .setSource(line.source())
                .setType(line.type().shortName())
                .setBusinessKey(line.businessKey())
                .setNotices(notices.stream().map(SentCodec::write).toList())
                .build();
    }

    static Line line(SentEntry entry) {
        return new Line(
                entry.getSource(), EventType.ofShortName(entry.getType()).orElseThrow(), entry.getBusinessKey());
    }

    static List<SentNotice> read(SentEntry entry) {
        return entry.getNotices().stream().map(SentCodec::read).toList();
    }

    private static eu.estafette.contract.message.SentNotice write(SentNotice notice) {
        return eu.estafette.contract.message.SentNotice.newBuilder()
                .setSequence(notice.sequence())
                .setParty(notice.recipient().party().value())
                .setPerson(notice.recipient().person().orElse(null))
                .setRole(notice.role().name())
                .setPurpose(notice.act() ? ACT : INFORM)
                .setView(notice.view())
                .setStep(notice.step().orElse(null))
                .setRule(notice.rule().orElse(null))
                .setDelivered(notice.delivered())
                .setRecalled(notice.recalled().map(Enum::name).orElse(null))
                .build();
    }

    private static SentNotice read(eu.estafette.contract.message.SentNotice notice) {
        return new SentNotice(
                notice.getSequence(),
                HeadCodec.recipient(notice.getParty(), notice.getPerson()),
                Role.valueOf(notice.getRole()),
                notice.getPurpose().equals(ACT),
                notice.getView(),
                Optional.ofNullable(notice.getStep()),
                Optional.ofNullable(notice.getRule()),
                notice.getDelivered(),
                Optional.ofNullable(notice.getRecalled()).map(RecallReason::valueOf));
    }
}
