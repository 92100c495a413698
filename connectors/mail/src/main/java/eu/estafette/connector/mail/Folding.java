package eu.estafette.connector.mail;

import java.nio.charset.StandardCharsets;

/** Content lines of at most 75 octets (RFC 5545 3.1): the library counts characters, and never cuts one in two. */
final class Folding {

    private static final int OCTETS = 75;
    private static final String LINE_END = "\r\n";

    private Folding() {}

    /** @param text content lines, none of them folded, each with its line end */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length() + text.length() / OCTETS * 3);
        text.lines().forEach(line -> fold(line, folded));
        return folded.toString();
    }

    private static void fold(String line, StringBuilder folded) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int letter = line.codePointAt(at);
            String one = Character.toString(letter);
            int size = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > OCTETS) {
                folded.append(LINE_END).append(' ');
                octets = 1;
            }
            folded.append(one);
            octets += size;
            at += Character.charCount(letter);
        }
        folded.append(LINE_END);
    }
}
