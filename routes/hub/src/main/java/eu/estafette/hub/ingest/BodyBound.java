package eu.estafette.hub.ingest;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps servers and engines from making something of a body before the route's first step could say no. Nobody reads more than the limit and
 * one byte, by which the route knows that there was more; nothing of a packed body; and forms, which both MVC and Camel would take apart,
 * look like bytes of no known kind.
 */
final class BodyBound extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String TYPE = "Content-Type";
    private static final Pattern FORM = Pattern.compile("(application/x-www-form-urlencoded|multipart/).*");

    private final long limit;

    BodyBound(long limit) {
        this.limit = limit;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String encoding = Objects.requireNonNullElse(request.getHeader("Content-Encoding"), "");
        boolean packed = !encoding.isBlank() && !encoding.equalsIgnoreCase("identity");
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        boolean form = FORM.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
        var bounded = new BoundedRequest(request, packed ? 0 : limit + 1);
        chain.doFilter(form ? new UnknownBytes(bounded) : bounded, response);
    }

    private static final class BoundedRequest extends HttpServletRequestWrapper {

        private final long most;

        BoundedRequest(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new BoundedStream(super.getInputStream(), most);
        }
    }

    private static final class UnknownBytes extends HttpServletRequestWrapper {

        private static final String BYTES = "application/octet-stream";

        UnknownBytes(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getContentType() {
            return BYTES;
        }

        @Override
        public @Nullable String getHeader(String name) {
            return name.equalsIgnoreCase(TYPE) ? BYTES : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return name.equalsIgnoreCase(TYPE) ? Collections.enumeration(List.of(BYTES)) : super.getHeaders(name);
        }
    }

    private static final class BoundedStream extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        BoundedStream(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = left > 0 ? body.read() : -1;
            left -= next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = left > 0 ? body.read(bytes, offset, (int) Math.min(length, left)) : -1;
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public boolean isFinished() {
            return left <= 0 || body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("bodies of calls are read as they come");
        }
    }
}
