package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.fomo.learning.feature.FeatureRows;
import org.junit.jupiter.api.Test;

class StandardisationTest {
    @Test
    void featuresGetMean0AndDeviation1OverTheTrainingItems() {
        Standardisation found = Standardisation.of(FeatureRows.of(new float[][] {{1, 10}, {3, 14}, {5, 18}}));
        float[] rows = {1, 10, 5, 18};

        found.apply(rows);

        float edge = (float) Math.sqrt(1.5);
        assertThat(rows).containsExactly(new float[] {-edge, -edge, edge, edge}, within(1e-6f));
    }

    @Test
    void aFeatureThatNoTrainingItemHasIsNotBlownUpByTheOneThatDoes() {
        // The first moves by 4, the second never: together by the root of 8, a quarter of which is the least.
        Standardisation found = Standardisation.of(FeatureRows.of(new float[][] {{4, 0}, {-4, 0}}));
        float[] row = {4, 5};

        found.apply(row);

        assertThat(row).containsExactly(new float[] {1, (float) (5 / (0.25 * Math.sqrt(8)))}, within(1e-6f));
    }

    @Test
    void whereNothingMovesNothingIsDividedByZero() {
        Standardisation found = Standardisation.of(FeatureRows.of(new float[][] {{7, 7}, {7, 7}}));
        float[] row = {7, 8};

        found.apply(row);

        assertThat(row).containsExactly(new float[] {0, 1000}, within(1e-3f));
    }
}
