package eu.estafette.local.clock;

import eu.estafette.hub.router.DueWatch;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the hub a time that starts at {@code estafette.local.time-machine} and can be moved forward. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("estafette.local.time-machine")
public class ClockConfiguration {

    @Bean
    MovableTime hubClock(@Value("${estafette.local.time-machine}") Instant start) {
        return new MovableTime(InstantSource.system(), start);
    }

    @Bean
    TimeMachine timeMachine(MovableTime time, DueWatch watch) {
        return new TimeMachine(time, watch);
    }

    @Bean
    ClockController clockController(TimeMachine machine) {
        return new ClockController(machine);
    }
}
