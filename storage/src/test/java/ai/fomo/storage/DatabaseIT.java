package ai.fomo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class DatabaseIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Test
    void anUnreachableServerIsOneSentenceWithTheNamesToCheck() {
        DatabaseConfiguration nowhere =
                new DatabaseConfiguration("jdbc:postgresql://127.0.0.1:1/fomo?password=secret", "fomo", "secret", 2);

        assertThatThrownBy(() -> Database.open(nowhere).close())
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/fomo cannot be reached as user 'fomo'")
                .hasMessageContaining("FOMO_POSTGRES_URL")
                .hasMessageNotContaining("secret");
        assertThat(nowhere.toString()).doesNotContain("secret");
    }

    @Test
    void aStatementThatHangsIsCutOff() {
        String timeout = DATABASE.jdbi()
                .withHandle(handle -> handle.createQuery("show statement_timeout")
                        .mapTo(String.class)
                        .one());

        assertThat(timeout).isEqualTo("1min");
    }

    @Test
    void aDigestThatIsNoneIsRefusedByTheDatabaseToo() {
        assertThatThrownBy(() -> DATABASE.jdbi()
                        .useHandle(handle ->
                                handle.execute("insert into blob (kind, digest, bytes) values ('covers', 'ABC', 1)")))
                .isInstanceOf(UnableToExecuteStatementException.class)
                .hasMessageContaining("sha256");
    }

    @Test
    void workflowNumbersCountForEachPrefixAndAreNeverGivenTwice() {
        assertThat(WorkflowNumbers.next(DATABASE.jdbi(), "retrain-a")).isEqualTo(1);
        assertThat(WorkflowNumbers.next(DATABASE.jdbi(), "retrain-a")).isEqualTo(2);
        assertThat(WorkflowNumbers.next(DATABASE.jdbi(), "retrain-b")).isEqualTo(1);
    }
}
