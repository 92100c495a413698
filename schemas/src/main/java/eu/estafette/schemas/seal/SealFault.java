package eu.estafette.schemas.seal;

/**
 * Something about the journal is not as it was sealed.
 *
 * @param seal        number of the seal at which it shows
 * @param firstOffset of the journal's part that is concerned
 * @param lastOffset  of the same
 * @param detail      one sentence for people
 */
public record SealFault(Kind kind, int partition, long seal, long firstOffset, long lastOffset, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** The range holds as many records as were sealed, but not the same; or more. */
        ALTERED_RECORD,
        /** The range holds fewer records than were sealed, though their time has not come. */
        MISSING_RECORD,
        /** A seal does not follow on the one before it: some are missing, exchanged or from elsewhere. */
        BROKEN_CHAIN,
        /** A seal is not signed by a key that is believed, or was changed after it was signed. */
        BAD_SIGNATURE
    }
}
