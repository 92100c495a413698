package eu.estafette.console.readmodel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** One row of an answer, with absence where SQL has null. */
public record Row(ResultSet result) {

    public String text(String column) throws SQLException {
        return result.getString(column);
    }

    public Optional<String> textIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public int number(String column) throws SQLException {
        return result.getInt(column);
    }

    public long bigNumber(String column) throws SQLException {
        return result.getLong(column);
    }

    public Optional<Integer> numberIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, Integer.class));
    }

    public boolean flag(String column) throws SQLException {
        return result.getBoolean(column);
    }

    public Instant instant(String column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    public Optional<Instant> instantIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public LocalDate date(String column) throws SQLException {
        return result.getObject(column, LocalDate.class);
    }

    public Optional<LocalDate> dateIfAny(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, LocalDate.class));
    }

    /** Words that the projector joined by blanks. */
    public List<String> words(String column) throws SQLException {
        return textIfAny(column).map(words -> List.of(words.split(" "))).orElse(List.of());
    }

    public byte[] bytes(String column) throws SQLException {
        return result.getBytes(column);
    }
}
