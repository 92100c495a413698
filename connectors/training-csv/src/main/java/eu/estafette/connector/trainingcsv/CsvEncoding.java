package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.FileFormat.Content;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8, with or without a byte-order mark, where all of a file is UTF-8; else what Belgian spreadsheets write: Windows-1252. */
final class CsvEncoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CsvEncoding() {}

    static Charset of(Content content) throws IOException {
        try (Reader strict = new InputStreamReader(
                content.read(),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            strict.transferTo(Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return WINDOWS;
        }
    }

    static BufferedReader reader(InputStream content, Charset charset) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(content, charset));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }
}
