package eu.estafette.domain.decider;

/** What an event does besides what the rows say. It runs after their acts and before their informs, so that who must act is known. */
@FunctionalInterface
interface FixedEffect {

    FixedEffect NONE = bench -> {};

    void apply(Workbench bench);
}
