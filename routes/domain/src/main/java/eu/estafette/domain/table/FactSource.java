package eu.estafette.domain.table;

/** Tells the facts of one event on one case. */
@FunctionalInterface
public interface FactSource {

    /** One of the fact's values; what is none of them counts as OTHER, if that is one, else as NONE. */
    String valueOf(Fact fact);
}
