package ai.fomo.systemtests.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What PostgreSQL holds of a catalogue, read by SQL of the tests' own. */
public final class CatalogueRows {
    private final String jdbcUrl;
    private final String user;
    private final String password;

    public CatalogueRows(String jdbcUrl, String user, String password) {
        this.jdbcUrl = jdbcUrl;
        this.user = user;
        this.password = password;
    }

    /** @param image digest of its blob */
    public record Row(String album, String image, String group, Set<String> labels) {}

    /** By album. */
    public Map<String, Row> covers(String source) {
        Map<String, Row> covers = new TreeMap<>();
        each("""
                select c.external_id, c.image, c.item_group, array_agg(l.label order by l.label) as labels
                from cover c
                join cover_label l on l.source = c.source and l.external_id = c.external_id
                where c.source = ?
                group by c.external_id, c.image, c.item_group""", source, row -> {
            Set<String> labels =
                    new TreeSet<>(List.of((String[]) row.getArray("labels").getArray()));
            Row cover =
                    new Row(row.getString("external_id"), row.getString("image"), row.getString("item_group"), labels);
            assertThat(covers.put(cover.album(), cover)).as("a second row").isNull();
        });
        return covers;
    }

    /** Albums that were refused, with the reason. */
    public Map<String, String> refusals(String source) {
        Map<String, String> refusals = new TreeMap<>();
        each(
                "select external_id, reason from cover_refusal where source = ?",
                source,
                row -> refusals.put(row.getString("external_id"), row.getString("reason")));
        return refusals;
    }

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private void each(String sql, String source, Reader reader) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, user, password);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, source);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
