package eu.estafette.hub.setup;

import eu.estafette.hub.setup.HubSettings.HubRole;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The annotated configuration is part of processes that run this role: {@code estafette.roles}, all of them by default. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnHubRole.RoleCondition.class)
public @interface OnHubRole {

    HubRole value();

    /** Reads the roles as the settings would, before there are settings. */
    final class RoleCondition implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var wanted = (HubRole) Objects.requireNonNull(metadata.getAnnotationAttributes(OnHubRole.class.getName()))
                    .get("value");
            return Binder.get(context.getEnvironment())
                    .bind("estafette.roles", Bindable.listOf(HubRole.class))
                    .orElseGet(() -> List.copyOf(Arrays.asList(HubRole.values())))
                    .contains(wanted);
        }
    }
}
