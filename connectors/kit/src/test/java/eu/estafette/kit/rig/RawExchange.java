package eu.estafette.kit.rig;

import jakarta.servlet.FilterChain;
import jakarta.servlet.GenericFilter;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.catalina.Context;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/** Stands before the endpoint: keeps what comes over the wire, and answers in its place where a partner does not answer as it should. */
final class RawExchange extends GenericFilter {

    private static final long serialVersionUID = 1;

    final transient List<String> requests = new CopyOnWriteArrayList<>();
    transient volatile Optional<SoapPartner.Breakdown> instead = Optional.empty();

    void installIn(Context context) {
        var definition = new FilterDef();
        definition.setFilterName("raw");
        definition.setFilter(this);
        context.addFilterDef(definition);
        var mapping = new FilterMap();
        mapping.setFilterName("raw");
        mapping.addURLPattern("/*");
        context.addFilterMap(mapping);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        byte[] content = request.getInputStream().readAllBytes();
        requests.add(new String(content, StandardCharsets.UTF_8));
        Optional<SoapPartner.Breakdown> breakdown = instead;
        if (breakdown.isPresent()) {
            breakdown.get().answer((HttpServletResponse) response);
        } else {
            chain.doFilter(new Again((HttpServletRequest) request, content), response);
        }
    }

    void end() {
        instead = Optional.empty();
    }

    /** A request that can still be read. */
    private static final class Again extends HttpServletRequestWrapper {

        private final ByteArrayInputStream content;

        Again(HttpServletRequest request, byte[] content) {
            super(request);
            this.content = new ByteArrayInputStream(content);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return content.read();
                }

                @Override
                public boolean isFinished() {
                    return content.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read it at once");
                }
            };
        }
    }
}
