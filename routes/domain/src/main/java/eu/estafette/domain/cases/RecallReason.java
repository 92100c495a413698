package eu.estafette.domain.cases;

/** Why a notice is asked back before it is delivered. Decides what its receiver hears if that comes too late. */
public enum RecallReason {
    /** What it told never happened: who got it all the same gets {@code withdrawn}. */
    WITHDRAWN,
    /** The consent it went under ended: who got it all the same gets {@code consent-fact}. */
    CONSENT_ENDED,
    /** The step it offers went to somebody else. */
    MOVED,
    /** An operator sent it anew with other content: it is worth no word of its own, as the new one names it. */
    EDITED
}
