package eu.estafette.hub.connectors;

import eu.estafette.connector.cloudevents.out.CloudEventsOutbound;
import eu.estafette.connector.cloudevents.out.NoticeRoutes;
import eu.estafette.connector.dimona.DimonaConnector;
import eu.estafette.connector.dimona.DimonaOutbound;
import eu.estafette.connector.dimona.DimonaRoutes;
import eu.estafette.connector.mutationfiles.MutationFilesConnector;
import eu.estafette.connector.setu.SetuConnector;
import eu.estafette.connector.setu.SetuOutbound;
import eu.estafette.connector.setu.SetuRoutes;
import eu.estafette.connector.trainingcsv.TrainingCsvConnector;
import eu.estafette.connector.uwvabsence.UwvAbsenceConnector;
import eu.estafette.connector.webhook.SignatureCheck;
import eu.estafette.connector.webhook.WebhookConnector;
import eu.estafette.connector.webhook.WebhookRoutes;
import eu.estafette.connector.webhook.WebhookSignatures;
import eu.estafette.hub.delivery.call.MailboxRoutes;
import eu.estafette.hub.polling.PollingSettings;
import eu.estafette.hub.security.AnswerSignatures;
import eu.estafette.hub.setup.HubSettings;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.http.AccessTokens;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.http.HttpTimeouts;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.notice.StepTexts;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.PayloadCodec;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A connector more is a bean or two more here. */
@Configuration(proxyBeanMethods = false)
public class ConnectorsConfiguration {

    @Bean
    NoticeJson noticeJson(PayloadCodec payloads, HubSettings settings) {
        return new NoticeJson(payloads, settings.baseUrl(), StepTexts.shipped());
    }

    @Bean
    WebhookConnector webhookConnector() {
        return new WebhookConnector();
    }

    @Bean(destroyMethod = "close")
    HttpCalls httpCalls() {
        return new HttpCalls(HttpTimeouts.STANDARD);
    }

    /** Signatures are made in real time: partners check them against their own clocks. */
    @Bean
    WebhookRoutes webhookRoutes(NoticeJson notices, HttpCalls http) {
        return new WebhookRoutes(notices, http, InstantSource.system());
    }

    /** A token lasts as long as its server's clock says. */
    @Bean
    AccessTokens accessTokens(HttpCalls http) {
        return new AccessTokens(http, InstantSource.system());
    }

    @Bean
    CloudEventsOutbound cloudEventsOutbound(AccessTokens tokens) {
        return new CloudEventsOutbound(tokens);
    }

    @Bean
    NoticeRoutes cloudEventsRoutes(NoticeJson notices, HttpCalls http, AccessTokens tokens) {
        return new NoticeRoutes(notices, http, tokens, InstantSource.system());
    }

    /** Partners sign in real time, too. */
    @Bean
    AnswerSignatures answerSignatures() {
        var signatures = new WebhookSignatures(InstantSource.system());
        return (party, body, headers) ->
                signatures.verify(body, headers, WebhookSignatures.secretsOf(party)) instanceof SignatureCheck.Genuine;
    }

    @Bean(destroyMethod = "close")
    FolderConnections folderConnections() {
        return new FolderConnections();
    }

    @Bean
    TrainingCsvConnector trainingCsv(FolderConnections connections, PollingSettings polling) {
        return new TrainingCsvConnector(connections, polling.interval());
    }

    @Bean
    DimonaConnector dimona(
            FolderConnections connections,
            PollingSettings polling,
            Tokens tokens,
            IdentifierMode identifiers,
            InstantSource hubClock) {
        return new DimonaConnector(connections, polling.interval(), tokens, identifiers, hubClock);
    }

    @Bean
    DimonaOutbound dimonaOutbound(FolderConnections connections) {
        return new DimonaOutbound(connections);
    }

    @Bean
    DimonaRoutes dimonaRoutes(PayloadCodec payloads, FolderConnections connections) {
        return new DimonaRoutes(payloads, connections);
    }

    @Bean
    MutationFilesConnector mutationFiles(FolderConnections connections, PollingSettings polling) {
        return new MutationFilesConnector(connections, polling.interval());
    }

    @Bean
    UwvAbsenceConnector uwvAbsenceConnector() {
        return new UwvAbsenceConnector();
    }

    @Bean
    SetuConnector setuConnector(PollingSettings polling) {
        return new SetuConnector(polling.interval());
    }

    @Bean
    SetuOutbound setuOutbound() {
        return new SetuOutbound();
    }

    @Bean
    SetuRoutes setuRoutes(PayloadCodec payloads, SoapConnections connections, PollerInbox inbox) {
        return new SetuRoutes(payloads, connections, inbox);
    }

    @Bean
    MailboxRoutes mailboxRoutes() {
        return new MailboxRoutes();
    }
}
