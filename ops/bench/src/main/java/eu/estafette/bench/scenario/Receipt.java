package eu.estafette.bench.scenario;

import eu.estafette.contract.message.Notice;

/** A notice that has arrived, of which the hub has still to hear. */
record Receipt(Subject subject, String noticeId, String party, String role) {

    static Receipt of(Subject subject, Notice notice) {
        return new Receipt(subject, notice.getNoticeId(), notice.getParty(), notice.getForRole());
    }
}
