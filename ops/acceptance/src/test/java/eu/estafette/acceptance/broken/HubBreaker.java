package eu.estafette.acceptance.broken;

import eu.estafette.connector.webhook.WebhookConnector;
import eu.estafette.kit.intake.Intake;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Replaces beans of a hub that is asked by {@link Break#PROPERTY} to be broken. Without it, does nothing. */
public final class HubBreaker implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext hub) {
        String asked = System.getProperty(Break.PROPERTY, "");
        if (asked.isEmpty()) {
            return;
        }
        switch (Break.valueOf(asked)) {
            case ACKNOWLEDGE_BEFORE_KAFKA -> replace(hub, Intake.class, HastyIntake::new);
            case NO_DEDUP -> replace(hub, Intake.class, ForgetfulIntake::new);
            case FORGET_A_PARKED_CASE ->
                System.setProperty("estafette.kafka.properties.interceptor.classes", ForgetParked.class.getName());
            case COMMIT_BEFORE_DELIVERY -> {
                hub.registerBean(HastyRoutes.class);
                hub.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof WebhookConnector webhook ? new HastyConnector(webhook) : bean;
                    }
                });
            }
        }
    }

    private static <T> void replace(GenericApplicationContext hub, Class<T> type, UnaryOperator<T> by) {
        hub.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return type.isInstance(bean) ? by.apply(type.cast(bean)) : bean;
            }
        });
    }
}
