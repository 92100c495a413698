package eu.estafette.console.http;

import eu.estafette.console.ConsoleConfiguration;
import eu.estafette.console.fixture.Entries;
import eu.estafette.console.fixture.PlainAvro;
import eu.estafette.console.operations.LaneStates;
import eu.estafette.console.readmodel.FilledReadModel;
import eu.estafette.console.readmodel.MessageDeserializers;
import eu.estafette.console.readmodel.ReadModelConsumers;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.notice.StepTexts;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;

/** The console alone, over real HTTP and a real PostgreSQL. Whoever names itself is let in: {@code operator} as one, all others as parties. */
@SpringBootConfiguration
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@Import(ConsoleConfiguration.class)
class ConsoleApplication {

    @Bean
    FilledReadModel filledReadModel() {
        return new FilledReadModel();
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(FilledReadModel model) {
        return model.dataSource();
    }

    @Bean
    ReadModelConsumers consumers() {
        return EmptyTopics::consumer;
    }

    @Bean
    MessageDeserializers messages() {
        return PlainAvro.deserializers();
    }

    @Bean
    NoticeJson noticeJson() {
        return new NoticeJson(
                new PayloadCodec(Contracts.shipped()), URI.create("https://hub.example"), StepTexts.shipped());
    }

    @Bean
    Lanes lanes() {
        return new Lanes();
    }

    @Bean
    Contracts contracts() {
        return Contracts.shipped();
    }

    @Bean
    PlayedDesk desk() {
        return new PlayedDesk();
    }

    @Bean
    PartyRegistry parties() {
        return new PartyRegistry(
                List.of(Parties.named("gemeente"), Parties.named("coach-org"), Parties.named("quiet-party")));
    }

    @Bean
    Catalogue catalogue() {
        return Catalogue.shipped();
    }

    @Bean
    Rulesets rulesets(Catalogue catalogue) {
        return ShippedRulesets.load(catalogue);
    }

    @Bean
    InstantSource hubClock() {
        return InstantSource.fixed(Entries.NOW);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(calls -> calls.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(AbstractHttpConfigurer::disable)
                .authenticationProvider(new WhoeverNamesItself())
                .build();
    }

    /** Lanes that tests set. */
    static final class Lanes extends ConcurrentHashMap<String, LaneStates.LaneState> implements LaneStates {

        private static final long serialVersionUID = 1L;

        @Override
        public java.util.Map<String, LaneState> lanes() {
            return this;
        }
    }

    private static final class WhoeverNamesItself implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication named) {
            String role = named.getName().equals("operator") ? "ROLE_OPERATOR" : "ROLE_PARTY";
            return new UsernamePasswordAuthenticationToken(
                    named.getName(), "", AuthorityUtils.createAuthorityList(role));
        }

        @Override
        public boolean supports(Class<?> type) {
            return true;
        }
    }
}
