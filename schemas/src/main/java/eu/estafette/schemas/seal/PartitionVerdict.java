package eu.estafette.schemas.seal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was found of one journal partition.
 *
 * @param seals         in its chain
 * @param head          hash of the last one; whoever writes it down can tell later that none was cut off the end
 * @param verified      records that are as they were sealed
 * @param removed       seals over records whose time to be kept is over, of which only the chain was looked at
 * @param unsealed      records after the last seal
 * @param unsealedSince when the oldest of them was written
 */
public record PartitionVerdict(
        int partition,
        long seals,
        String head,
        long verified,
        long removed,
        long unsealed,
        Optional<Instant> unsealedSince,
        List<SealFault> faults) {

    public PartitionVerdict {
        faults = List.copyOf(faults);
    }
}
