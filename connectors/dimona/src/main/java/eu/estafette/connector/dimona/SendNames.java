package eu.estafette.connector.dimona;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Names of files the hub sends, made of the notice id: the same notice has the same name, whichever process sends it. Five characters can
 * meet; then the notes of what was sent show it, and the later notice takes the next name.
 */
final class SendNames {

    private static final int UNIQUE = 5;
    private static final int DIGITS = 36;
    private static final int TRIES = 20;

    private SendNames() {}

    static TripletName first(Notice notice, DimonaAddress address) {
        return candidate(notice, address, 0);
    }

    static TripletName of(Notice notice, DimonaAddress address, SentFiles sent) throws IOException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            TripletName name = candidate(notice, address, attempt);
            Optional<String> holder = sent.noticeIn(name);
            if (holder.isEmpty() || holder.get().equals(notice.getNoticeId())) {
                return name;
            }
        }
        throw new IOException("no free name for a file; the folder " + address.sent() + " is full of others");
    }

    private static TripletName candidate(Notice notice, DimonaAddress address, int attempt) {
        return new TripletName(
                "FI",
                TripletName.DECLARATIONS,
                address.sender(),
                FormMoment.of(notice.getCreatedAt()).date(),
                unique(notice.getNoticeId() + "#" + attempt),
                address.environment());
    }

    private static String unique(String text) {
        String digits = new BigInteger(1, Arrays.copyOf(Sha256.of(text), Long.BYTES))
                .mod(BigInteger.valueOf(DIGITS).pow(UNIQUE))
                .toString(DIGITS)
                .toUpperCase(Locale.ROOT);
        return "0".repeat(UNIQUE - digits.length()) + digits;
    }
}
