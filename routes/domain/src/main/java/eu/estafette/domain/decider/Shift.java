package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Told;
import java.util.List;

/** Moves a case's sequences up, so that they do not meet those of another case. */
record Shift(long events, int notices) {

    CaseObject of(CaseObject object) {
        return new CaseObject(
                object.key(),
                object.open(),
                object.asker(),
                object.lines().stream().map(this::of).toList(),
                object.changedOn());
    }

    private LineHistory of(LineHistory line) {
        return new LineHistory(
                line.line(),
                line.latest(),
                line.earlier(),
                line.earlierAt(),
                line.versions().stream().map(this::of).toList(),
                line.told().map(this::of),
                of(line.effects()));
    }

    private LineHistory.Version of(LineHistory.Version version) {
        return new LineHistory.Version(version.action(), version.version(), version.digest(), version.at() + events);
    }

    private Told of(Told told) {
        return new Told(
                told.id(),
                told.by(),
                told.time(),
                told.occurredOn(),
                told.action(),
                told.version(),
                told.since() + events,
                told.at() + events);
    }

    private Effects of(Effects effects) {
        return effects.with(
                effects.rows(),
                effects.closed().stream().map(this::of).toList(),
                effects.rest().map(rest -> new Effects.Rest(rest.row(), rest.phase(), rest.at() + events)));
    }

    OpenStep of(OpenStep step) {
        return new OpenStep(
                step.code(),
                step.object(),
                step.owner(),
                step.holder(),
                step.due(),
                step.state(),
                step.openedOn(),
                step.rule(),
                step.notice().map(notice -> notice + notices),
                step.asker(),
                step.event() + events,
                step.passed(),
                step.overdue());
    }

    List<SentNotice> of(List<SentNotice> sent) {
        return sent.stream()
                .map(notice -> new SentNotice(
                        notice.sequence() + notices,
                        notice.recipient(),
                        notice.role(),
                        notice.act(),
                        notice.view(),
                        notice.step(),
                        notice.rule(),
                        notice.delivered(),
                        notice.recalled()))
                .toList();
    }
}
