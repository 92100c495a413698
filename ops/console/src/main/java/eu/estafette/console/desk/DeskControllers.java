package eu.estafette.console.desk;

import eu.estafette.console.mailbox.StoredNotices;
import eu.estafette.console.operations.AcceptedEvents;
import eu.estafette.console.operations.DeadQueries;
import eu.estafette.console.operations.HeldQueries;
import eu.estafette.console.operations.InvalidQueries;
import eu.estafette.console.operations.Traces;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.kit.check.ViewReader;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the controllers of the desk, from what they share. */
public final class DeskControllers {

    private final JdbcClient jdbc;
    private final Selections selections;
    private final DeadQueries deadQueries;
    private final StoredNotices notices;
    private final PartyRegistry parties;
    private final Desk desk;
    private final InstantSource clock;

    public DeskControllers(
            DataSource dataSource, StoredNotices notices, PartyRegistry parties, Desk desk, InstantSource clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.selections = new Selections(jdbc, new TransactionTemplate(new JdbcTransactionManager(dataSource)));
        this.deadQueries = new DeadQueries(jdbc, parties);
        this.notices = notices;
        this.parties = parties;
        this.desk = desk;
        this.clock = clock;
    }

    public DeadController dead() {
        return new DeadController(new Plans(deadQueries, selections, parties), selections, desk, clock);
    }

    public DeadLetterController deadLetters() {
        return new DeadLetterController(deadQueries, new Letters(jdbc, notices), new Traces(jdbc, clock), desk, clock);
    }

    public EditController edits(Contracts contracts, Catalogue catalogue) {
        var content = new EditedContent(contracts, new PayloadCodec(contracts), new ViewReader(catalogue.lists()));
        return new EditController(deadQueries, new Letters(jdbc, notices), content, desk, clock);
    }

    public InvalidController invalid() {
        return new InvalidController(new InvalidQueries(jdbc), desk, clock);
    }

    public OriginalController originals() {
        return new OriginalController(new AcceptedEvents(jdbc), new InvalidQueries(jdbc), desk, clock);
    }

    public HeldController held() {
        return new HeldController(new HeldQueries(jdbc, clock), new HoldReports(jdbc), desk, clock);
    }

    public LaneController lanes() {
        return new LaneController(desk, parties, clock);
    }

    public CommandController commands() {
        return new CommandController(new CommandQueries(jdbc));
    }
}
