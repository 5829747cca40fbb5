package ai.fomo.storage.feature;

import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class WeightsStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final WeightsStore weights = new WeightsStore(DATABASE.jdbi());

    @Test
    void theNewestOfANameCountsAndFormerOnesStay() {
        weights.record("vgg16", digest("first"), digest("first.h5"), "https://example.org/vgg16.h5");
        weights.record("vgg16", digest("second"), digest("second.h5"), "/tmp/vgg16.h5");
        weights.record("vgg19", digest("other"), digest("other.h5"), "/tmp/vgg19.h5");

        assertThat(weights.newest("vgg16")).hasValueSatisfying(row -> {
            assertThat(row.digest()).isEqualTo(digest("second"));
            assertThat(row.source()).isEqualTo(digest("second.h5"));
            assertThat(row.origin()).isEqualTo("/tmp/vgg16.h5");
        });
        assertThat(weights.list().stream().filter(row -> row.name().equals("vgg16")))
                .extracting(WeightsRow::digest)
                .containsExactly(digest("second"), digest("first"));
    }

    @Test
    void theSameAgainAddsNothingUntilOthersHaveCounted() {
        weights.record("again", digest("first"), digest("first.h5"), "here");
        weights.record("again", digest("first"), digest("first.h5"), "here");
        assertThat(weights.list().stream().filter(row -> row.name().equals("again")))
                .hasSize(1);

        weights.record("again", digest("second"), digest("second.h5"), "here");
        weights.record("again", digest("first"), digest("first.h5"), "here");

        assertThat(weights.newest("again").map(WeightsRow::digest)).contains(digest("first"));
    }

    @Test
    void ofANameThatNobodyHasProvidedThereIsNone() {
        assertThat(weights.newest("nobody's")).isEmpty();
    }
}
