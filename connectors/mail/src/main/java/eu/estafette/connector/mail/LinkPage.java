package eu.estafette.connector.mail;

import java.util.Optional;

/** The pages behind a link: plain HTML, without scripts, pictures or anything from elsewhere. */
final class LinkPage {

    private static final String HTML = """
            <!doctype html>
            <html lang="{language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} – Estafette</title>
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{text}</p>
            {form}<p><a href="{mailbox}">{toMailbox}</a></p>
            </main>
            </body>
            </html>
            """;
    private static final String FORM = """
            <form method="post" action="">
            <p><label for="remark">{remark}</label><br>
            <textarea id="remark" name="remark" rows="4" cols="60" maxlength="500"></textarea></p>
            <p><button type="submit">{confirm}</button></p>
            </form>
            """;

    private final MailIdentity identity;
    private final MailTexts texts = MailTexts.shipped();

    LinkPage(MailIdentity identity) {
        this.identity = identity;
    }

    /** What a page says, and by which status. */
    record Page(int status, String html) {}

    Page question(String language, String outcome) {
        String form = FORM.replace("{remark}", escaped(texts.text(language, "page.remark")))
                .replace("{confirm}", escaped(texts.text(language, "page.confirm")));
        return page(200, language, "page.title", texts.text(language, "page.question", said(language, outcome)), form);
    }

    Page kept(String language, String outcome) {
        return page(200, language, "page.done.title", texts.text(language, "page.done", said(language, outcome)), "");
    }

    Page over(String language) {
        return page(410, language, "page.over.title", texts.text(language, "page.over"), "");
    }

    /** @param language absent where nobody knows who asks */
    Page wrong(Optional<String> language) {
        String known = language.orElse("en");
        return page(404, known, "page.wrong.title", texts.text(known, "page.wrong"), "");
    }

    Page later(String language) {
        return page(503, language, "page.later.title", texts.text(language, "page.later"), "");
    }

    Page tooLong(String language) {
        return page(422, language, "page.title", texts.text(language, "page.long"), "");
    }

    private String said(String language, String outcome) {
        return "“" + texts.text(language, "outcome." + outcome) + "”";
    }

    private Page page(int status, String language, String title, String text, String form) {
        return new Page(
                status,
                HTML.replace("{language}", escaped(language))
                        .replace("{title}", escaped(texts.text(language, title)))
                        .replace("{text}", escaped(text))
                        .replace("{form}", form)
                        .replace("{mailbox}", escaped(identity.mailbox()))
                        .replace("{toMailbox}", escaped(texts.text(language, "page.mailbox"))));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
