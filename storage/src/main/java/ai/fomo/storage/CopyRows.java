package ai.fomo.storage;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows into a table by PostgreSQL's COPY, which takes a fifth of the time of inserts. Closed without {@link #finish()}, it
 * leaves none of them. While it is open, its connection can do nothing else.
 */
public final class CopyRows implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final String into;
    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(BUFFER + 1_024);
    private boolean firstField = true;

    private CopyRows(String into, CopyIn copy) {
        this.into = into;
        this.copy = copy;
    }

    /** @param into table and columns: {@code dataset_item (dataset, image)} */
    public static CopyRows into(Handle handle, String into) {
        try {
            // A million rows may take longer than any other statement.
            handle.execute("set local statement_timeout = '30min'");
            return new CopyRows(
                    into,
                    handle.getConnection()
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy " + into + " from stdin"));
        } catch (SQLException e) {
            throw new CopyFailedException(into, e);
        }
    }

    public CopyRows field(@Nullable String value) {
        separate();
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value);
        }
        return this;
    }

    public CopyRows field(long value) {
        separate();
        text.append(value);
        return this;
    }

    public CopyRows field(boolean value) {
        separate();
        text.append(value ? 't' : 'f');
        return this;
    }

    /** An array of integers. */
    public CopyRows field(Iterable<Integer> values) {
        separate();
        char next = '{';
        for (int value : values) {
            text.append(next).append(value);
            next = ',';
        }
        if (next == '{') {
            text.append('{');
        }
        text.append('}');
        return this;
    }

    public void endRow() {
        text.append('\n');
        firstField = true;
        if (text.length() >= BUFFER) {
            flush();
        }
    }

    /** Nothing is in the table before. */
    public void finish() {
        flush();
        try {
            copy.endCopy();
        } catch (SQLException e) {
            throw new CopyFailedException(into, e);
        }
    }

    @Override
    public void close() {
        if (copy.isActive()) {
            try {
                copy.cancelCopy();
            } catch (SQLException e) {
                throw new CopyFailedException(into, e);
            }
        }
    }

    private void separate() {
        if (firstField) {
            firstField = false;
        } else {
            text.append('\t');
        }
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
    }

    private void flush() {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        text.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw new CopyFailedException(into, e);
        }
    }
}
