package eu.estafette.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.console.cases.CaseController;
import eu.estafette.console.cases.CaseSight;
import eu.estafette.console.desk.CommandController;
import eu.estafette.console.desk.DeadController;
import eu.estafette.console.desk.DeadLetterController;
import eu.estafette.console.desk.Desk;
import eu.estafette.console.desk.DeskControllers;
import eu.estafette.console.desk.EditController;
import eu.estafette.console.desk.HeldController;
import eu.estafette.console.desk.InvalidController;
import eu.estafette.console.desk.LaneController;
import eu.estafette.console.desk.OriginalController;
import eu.estafette.console.events.EventController;
import eu.estafette.console.mailbox.MailboxController;
import eu.estafette.console.mailbox.StoredNotices;
import eu.estafette.console.operations.LaneStates;
import eu.estafette.console.operations.OperationsController;
import eu.estafette.console.problem.ConsoleProblems;
import eu.estafette.console.readmodel.MessageDeserializers;
import eu.estafette.console.readmodel.Projector;
import eu.estafette.console.readmodel.ReadModel;
import eu.estafette.console.readmodel.ReadModelConsumers;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.Contracts;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;

/**
 * The role {@code console}: follows the topics into PostgreSQL and answers questions from there. Needs as beans a {@link DataSource},
 * {@link MessageDeserializers}, {@link ReadModelConsumers}, {@link NoticeJson}, {@link LaneStates}, {@link Desk}, {@link PartyRegistry},
 * {@link Rulesets}, {@link Catalogue}, {@link Contracts} and the hub's {@link InstantSource}. The tables are made by the projector, not at start-up: the hub
 * starts, and takes events in, with PostgreSQL away.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@Import(ConsoleProblems.class)
public class ConsoleConfiguration {

    @Bean
    Projector readModel(ReadModelConsumers consumers, MessageDeserializers messages, DataSource dataSource) {
        return new Projector(consumers, messages, dataSource);
    }

    @Bean
    StoredNotices storedNotices(MessageDeserializers messages, NoticeJson format, PartyRegistry parties) {
        return new StoredNotices(messages.notices(), format, parties);
    }

    @Bean
    EventController eventController(DataSource dataSource, Catalogue catalogue) {
        return new EventController(JdbcClient.create(dataSource), catalogue);
    }

    @Bean
    MailboxController mailboxController(DataSource dataSource, StoredNotices notices) {
        return new MailboxController(JdbcClient.create(dataSource), notices);
    }

    @Bean
    CaseController caseController(
            DataSource dataSource,
            ObjectMapper json,
            StoredNotices notices,
            Rulesets rulesets,
            Catalogue catalogue,
            InstantSource clock) {
        var sight = new CaseSight(rulesets, catalogue.views(), clock);
        return new CaseController(JdbcClient.create(dataSource), json, notices, sight);
    }

    @Bean
    DeskControllers deskControllers(
            DataSource dataSource, StoredNotices notices, PartyRegistry parties, Desk desk, InstantSource clock) {
        return new DeskControllers(dataSource, notices, parties, desk, clock);
    }

    @Bean
    DeadController deadController(DeskControllers desk) {
        return desk.dead();
    }

    @Bean
    DeadLetterController deadLetterController(DeskControllers desk) {
        return desk.deadLetters();
    }

    @Bean
    EditController editController(DeskControllers desk, Contracts contracts, Catalogue catalogue) {
        return desk.edits(contracts, catalogue);
    }

    @Bean
    InvalidController invalidController(DeskControllers desk) {
        return desk.invalid();
    }

    @Bean
    OriginalController originalController(DeskControllers desk) {
        return desk.originals();
    }

    @Bean
    HeldController heldController(DeskControllers desk) {
        return desk.held();
    }

    @Bean
    LaneController laneController(DeskControllers desk) {
        return desk.lanes();
    }

    @Bean
    CommandController commandController(DeskControllers desk) {
        return desk.commands();
    }

    @Bean
    OperationsController operationsController(
            DataSource dataSource, ReadModel readModel, LaneStates lanes, PartyRegistry parties, InstantSource clock) {
        return new OperationsController(JdbcClient.create(dataSource), readModel, lanes, parties, clock);
    }
}
