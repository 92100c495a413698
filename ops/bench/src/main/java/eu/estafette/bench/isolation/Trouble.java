package eu.estafette.bench.isolation;

/** What is wrong with one of the partners, all the time. */
enum Trouble {
    NONE,
    /** Nobody listens at its address. */
    DOWN,
    /** It answers after twenty seconds, when the caller has just given up. */
    SLOW,
    /** Every other second it answers 503. */
    FLAPPING,
    /** It refuses the notices of one case in ten. */
    REFUSING
}
