package ai.fomo.workflows.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FeaturePaceTest {
    @Test
    void beforeTheFirstShardNothingIsSaidOfSpeed() {
        FeatureProgress progress = FeatureProgress.of(0, 1000, new FeaturePace(5_000, 0));

        assertThat(progress.imagesPerSecond()).isNull();
        assertThat(progress.secondsLeft()).isNull();
        assertThat(progress.pace()).isEmpty();
    }

    @Test
    void whatIsLeftTakesAsLongAsTheSpeedSays() {
        FeaturePace pace = new FeaturePace(5_000, 0);
        pace.reached(512, 15_240);

        FeatureProgress progress = FeatureProgress.of(512, 20_000, pace);

        assertThat(progress.imagesPerSecond()).isEqualTo(50.0);
        assertThat(progress.secondsLeft()).isEqualTo(390);
        assertThat(progress.pace()).isEqualTo("50 images a second, 6 min 30 s left");
    }

    @Test
    void imagesOfAnExecutionBeforeThisOneDoNotMakeItFaster() {
        FeaturePace pace = new FeaturePace(0, 256_000);
        pace.reached(256_512, 10_000);

        assertThat(pace.imagesPerSecond()).isEqualTo(51.2);
    }

    @Test
    void workersThatComeAreFeltSoonerThanOnAverage() {
        FeaturePace pace = new FeaturePace(0, 0);
        int done = 0;
        long now = 0;
        for (int shard = 0; shard < 100; shard++) {
            pace.reached(done += 100, now += 10_000);
        }
        for (int shard = 0; shard < 32; shard++) {
            pace.reached(done += 100, now += 1_000);
        }

        assertThat(pace.imagesPerSecond()).isEqualTo(100.0);
    }

    @Test
    void longWaitsAreSaidInHoursAndSlowSpeedsWithADecimal() {
        assertThat(new FeatureProgress(1, 40_000, 1.25, 31_999L).pace())
                .isEqualTo("1.3 images a second, 8 h 53 min left");
        assertThat(new FeatureProgress(1, 40_000, 1_250.0, 32L).pace()).isEqualTo("1,250 images a second, 32 s left");
    }
}
