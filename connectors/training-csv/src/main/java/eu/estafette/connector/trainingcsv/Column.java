package eu.estafette.connector.trainingcsv;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file, in whatever order its header names them. */
enum Column {
    REFERENCE("reference", true),
    VERSION("version", false),
    ACTION("action", false),
    DATE("date", true),
    SCHEME("scheme", false),
    NUMBER("number", false),
    CASE("case", false),
    STATUS("status", true),
    COURSE("course", true),
    COURSE_SCHEME("course scheme", false),
    COURSE_NAME("course name", false),
    EXPECTED_START("expected start", false),
    PLANNED_END("planned end", false),
    HOURS("hours", false),
    LANGUAGE("language", false),
    CERTIFICATE("certificate", false);

    private final String title;
    private final boolean required;

    Column(String title, boolean required) {
        this.title = title;
        this.required = required;
    }

    /** As the header has it, whatever its case and spaces. */
    static Optional<Column> of(String header) {
        String wanted = header.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Arrays.stream(values())
                .filter(column -> column.title.equals(wanted))
                .findFirst();
    }

    String title() {
        return title;
    }

    /** Without it no line can be read. */
    boolean isRequired() {
        return required;
    }
}
