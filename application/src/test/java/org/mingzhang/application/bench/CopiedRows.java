package org.mingzhang.application.bench;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * A connection to PostgreSQL that sends what others insert row by row as COPY, which is ten times as fast: for filling a
 * benchmark's tables with the code of the product.
 */
final class CopiedRows {
    private static final Pattern INSERT =
            Pattern.compile("(?s)\\s*insert into (\\w+) (\\([^)]*\\)) values \\([?, ]+\\)\\s*");
    private static final int COLUMNS = 32;

    private CopiedRows() {}

    /** The same connection for whoever does anything else. */
    static Connection over(Connection real) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("prepareStatement")) {
                Matcher insert = INSERT.matcher(arguments[0].toString());
                if (insert.matches()) {
                    return new Rows(real, "copy " + insert.group(1) + " " + insert.group(2) + " from stdin")
                            .statement();
                }
            }
            return call(real, method, arguments);
        });
    }

    /** A statement that collects its rows until the batch is sent. */
    private static final class Rows {
        private final Connection connection;
        private final String copy;
        private final String[] row = new String[COLUMNS];
        private final StringBuilder rows = new StringBuilder();
        private int columns;

        Rows(Connection connection, String copy) {
            this.connection = connection;
            this.copy = copy;
        }

        PreparedStatement statement() {
            return proxy(PreparedStatement.class, (method, arguments) -> {
                switch (method.getName()) {
                    case "addBatch" -> next();
                    case "executeBatch" -> {
                        send();
                        return new int[0];
                    }
                    case "executeUpdate" -> {
                        next();
                        send();
                        return 1;
                    }
                    case "close" -> {}
                    default -> set((Integer) arguments[0], arguments[1]);
                }
                return null;
            });
        }

        private void set(int column, Object value) {
            columns = Math.max(columns, column);
            row[column - 1] = value instanceof byte[] bytes
                    ? "\\\\x" + HexFormat.of().formatHex(bytes)
                    : value.toString()
                            .replace("\\", "\\\\")
                            .replace("\t", "\\t")
                            .replace("\n", "\\n");
        }

        private void next() {
            for (int column = 0; column < columns; column++) {
                rows.append(column == 0 ? "" : "\t").append(row[column]);
            }
            rows.append('\n');
        }

        private void send() throws SQLException {
            try {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new StringReader(rows.toString()));
                rows.setLength(0);
            } catch (IOException e) {
                throw new SQLException("the rows could not be sent", e);
            }
        }
    }

    private static @Nullable Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> answer.to(method, args)));
    }

    private interface Answer {
        @Nullable
        Object to(Method method, Object[] arguments) throws Throwable;
    }
}
