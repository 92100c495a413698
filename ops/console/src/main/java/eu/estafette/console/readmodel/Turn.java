package eu.estafette.console.readmodel;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/**
 * The right to project into a database: an advisory lock on a connection of its own, so that of several processes one works and the others
 * stand by. It spares work, no more; that nothing is written twice is the matter of {@link Positions}.
 */
final class Turn implements AutoCloseable {

    /** Any number, the same for all who project into one database. */
    private static final long LOCK = 0x6573_7461_6665_7474L;

    private final Connection connection;

    private Turn(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the turn, unless another process has it.
     *
     * @throws DataAccessException if PostgreSQL is away
     */
    static Optional<Turn> take(DataSource dataSource) {
        try {
            Connection connection = dataSource.getConnection();
            if (ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return Optional.of(new Turn(connection));
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** Gives it back; where the connection is gone, PostgreSQL has done so. */
    @Override
    public void close() {
        try (connection) {
            ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private static DataAccessException failure(SQLException e) {
        return new CannotGetJdbcConnectionException("PostgreSQL cannot be reached", e);
    }
}
