package eu.estafette.kit.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stops a stream when more has been read since the last mark than one element may have. What a parser reads ahead counts too. */
final class MeteredInput extends FilterInputStream {

    /** More than parsers read ahead. */
    private static final int READ_AHEAD = 64 * 1024;

    private final XmlLimits limits;
    private long since;

    MeteredInput(InputStream content, XmlLimits limits) {
        super(content);
        this.limits = limits;
    }

    /** The limit is exceeded; not the stream's own trouble. */
    static final class Exceeded extends IOException {

        private static final long serialVersionUID = 1;
    }

    /** What was read so far no longer counts. */
    void startAnew() {
        since = 0;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int read) throws Exceeded {
        since += read;
        if (since > limits.element() + READ_AHEAD) {
            throw new Exceeded();
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
