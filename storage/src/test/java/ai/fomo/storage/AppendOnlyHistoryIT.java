package ai.fomo.storage;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AppendOnlyHistoryIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "genre_map",
                "dataset",
                "dataset_item",
                "split_assignment",
                "epoch_metric",
                "model",
                "promotion",
                "evaluation",
                "gate_policy",
                "gate_decision",
                "evaluation_report",
                "encoder_weights",
                "feature_repair",
                "classification",
                "source_genre_map"
            })
    void whatHappenedCanBeNeitherRemovedNorEmptied(String table) {
        for (String statement : new String[] {"delete from " + table, "truncate " + table + " cascade"}) {
            assertThatThrownBy(() -> DATABASE.jdbi().useHandle(handle -> handle.execute(statement)))
                    .hasMessageContaining("is a history");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update promotion set reason = 'other'",
                "update evaluation set items = 1",
                "update gate_policy set yaml = ''",
                "update gate_decision set passed = true",
                "update evaluation_report set standing = 'other'",
                "update model set backend = 'other'",
                "update epoch_metric set seconds = 0",
                "update dataset_item set split = 'train'",
                "update split_assignment set split = 'train'",
                "update encoder_weights set origin = 'other'",
                "update feature_repair set reason = 'other'",
                "update classification set genres = '[]'",
                "update source_genre_map set since = now()",
            })
    void whatHappenedCannotBeChanged(String statement) {
        assertThatThrownBy(() -> DATABASE.jdbi().useHandle(handle -> handle.execute(statement)))
                .hasMessageContaining("is a history");
    }
}
