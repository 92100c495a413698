package eu.estafette.connector.mail;

import eu.estafette.connector.mail.AnswerLinks.Offer;
import eu.estafette.connector.mail.LinkPage.Page;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The steps of {@link LinkRoutes}. */
final class LinkSteps {

    private static final int BODY_LIMIT = 16 * 1024;
    private static final int REMARK_LIMIT = 500;
    private static final String REMARK = "remark";

    private final AnswerLinks links;
    private final LinkAnswers answers;
    private final LinkPage pages;
    private final PartyRegistry parties;
    private final InstantSource clock;

    LinkSteps(AnswerLinks links, LinkAnswers answers, LinkPage pages, PartyRegistry parties, InstantSource clock) {
        this.links = links;
        this.answers = answers;
        this.pages = pages;
        this.parties = parties;
        this.clock = clock;
    }

    private record Visitor(Offer offer, Party party) {}

    /** Changes nothing: mail scanners follow links, too. */
    void ask(Exchange exchange) {
        write(
                exchange,
                visitor(exchange)
                        .map(visitor -> visitor.offer().isOver(clock.instant())
                                ? pages.over(visitor.party().language())
                                : pages.question(
                                        visitor.party().language(),
                                        visitor.offer().outcome()))
                        .orElseGet(() -> pages.wrong(Optional.empty())));
    }

    void confirm(Exchange exchange) throws IOException {
        Optional<Visitor> visitor = visitor(exchange);
        write(
                exchange,
                visitor.isEmpty()
                        ? pages.wrong(Optional.empty())
                        : confirm(visitor.get(), remark(exchange.getMessage())));
    }

    private Page confirm(Visitor visitor, String remark) {
        String language = visitor.party().language();
        if (visitor.offer().isOver(clock.instant())) {
            return pages.over(language);
        }
        if (remark.length() > REMARK_LIMIT) {
            return pages.tooLong(language);
        }
        return switch (answers.keep(visitor.offer(), visitor.party(), remark, clock.instant())) {
            case KEPT -> pages.kept(language, visitor.offer().outcome());
            case REFUSED -> pages.wrong(Optional.of(language));
            case LATER -> pages.later(language);
        };
    }

    private Optional<Visitor> visitor(Exchange exchange) {
        Message call = exchange.getMessage();
        return links.open(
                        text(call, "notice"),
                        text(call, "party"),
                        text(call, "outcome"),
                        text(call, "expires"),
                        text(call, "signature"))
                .flatMap(offer -> parties.get(new PartyId(offer.party())).map(party -> new Visitor(offer, party)));
    }

    private static String text(Message call, String header) {
        return Optional.ofNullable(call.getHeader(header, String.class)).orElse("");
    }

    /** Servers hand a form on in one of three ways: as headers, as a map, or as it came. */
    private static String remark(Message call) throws IOException {
        String remark = text(call, REMARK);
        if (remark.isEmpty() && call.getBody() instanceof Map<?, ?> form && form.get(REMARK) != null) {
            remark = String.valueOf(form.get(REMARK));
        }
        return (remark.isEmpty() ? ofForm(call) : remark).strip().replace("\r\n", "\n");
    }

    private static String ofForm(Message call) throws IOException {
        try (InputStream body = call.getBody(InputStream.class)) {
            if (body == null) {
                return "";
            }
            String form = new String(body.readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
            return Arrays.stream(form.split("&"))
                    .filter(field -> field.startsWith(REMARK + "="))
                    .map(field -> decoded(field.substring(REMARK.length() + 1)))
                    .findFirst()
                    .orElse("");
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void write(Exchange exchange, Page page) {
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, page.status());
        answer.setHeader(Exchange.CONTENT_TYPE, "text/html; charset=UTF-8");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("Referrer-Policy", "no-referrer");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; form-action 'self'; frame-ancestors 'none'");
        answer.setBody(page.html().getBytes(StandardCharsets.UTF_8));
    }
}
