package eu.estafette.domain.decider;

import eu.estafette.domain.event.Fields;
import eu.estafette.domain.view.View;
import java.math.BigDecimal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether a view shows anything else than it did. */
final class ViewChanges {

    private final Fields before;
    private final Fields after;
    private final Supplier<Fields> caseBefore;
    private final Supplier<Fields> caseAfter;

    /** @param before what the event told with its object, {@code caseBefore} the case as a document, which is made only if asked for */
    ViewChanges(Fields before, Fields after, Supplier<Fields> caseBefore, Supplier<Fields> caseAfter) {
        this.before = before;
        this.after = after;
        this.caseBefore = caseBefore;
        this.caseAfter = caseAfter;
    }

    boolean touch(View view) {
        return switch (view.subject()) {
            case EVENT -> differ(view, before, after);
            case CASE -> differ(view, caseBefore.get(), caseAfter.get());
            case STEP, SUBSCRIPTION -> false;
        };
    }

    private static boolean differ(View view, Fields one, Fields other) {
        return view.fields().stream()
                .anyMatch(
                        field -> differ(one.values().get(field), other.values().get(field)));
    }

    static boolean differ(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal number && other instanceof BigDecimal than) {
            return number.compareTo(than) != 0;
        }
        return one == null ? other != null : !one.equals(other);
    }
}
