package eu.estafette.domain.decider;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.view.View;
import java.util.List;
import java.util.Optional;

/** Tells that a person has another number to those who hold the number. Consent or the rows have no say in it. */
final class IdentityChange {

    private static final String VIEW = "identity-change";

    private final Workbench bench;

    IdentityChange(Workbench bench) {
        this.bench = bench;
    }

    void tell() {
        Optional<View> view = bench.materials().view(VIEW);
        view.ifPresent(this::tell);
    }

    private void tell(View view) {
        Optional<Material> material = bench.materials().ofEvent(view);
        for (RoleHolder held : List.copyOf(bench.turn().draft().roles())) {
            boolean mayRead = bench.turn().table().sight().mayRead(view, held.role());
            material.filter(ignored -> mayRead).ifPresent(found -> bench.outbox()
                    .inform(new Holding(held.role(), held.holder()), view, found, Optional.empty()));
        }
    }
}
