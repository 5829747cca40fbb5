package ai.fomo.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {
    /**
     * The published sequence of seed 1234567 begins 6457827717110365317, 3203168211198807973, 9817491932198370423,
     * 4593380528125082431, 16408922859458223821: 0.35007, 0.17364, 0.53221, 0.24901 and 0.88953 of 2^64.
     */
    @Test
    void yieldsThePublishedSequence() {
        SplitMix64 random = new SplitMix64(1234567);

        assertThat(IntStream.range(0, 5).map(i -> random.next(1000))).containsExactly(350, 173, 532, 249, 889);
    }

    @Test
    void aHashDependsOnSeedAndKeyAndTheKeysOrder() {
        assertThat(SplitMix64.hash(1, "ab")).isEqualTo(SplitMix64.hash(1, "ab"));
        assertThat(Set.of(
                        SplitMix64.hash(1, "ab"),
                        SplitMix64.hash(2, "ab"),
                        SplitMix64.hash(1, "ba"),
                        SplitMix64.hash(1, "a"),
                        SplitMix64.hash(1, "")))
                .hasSize(5);
    }

    @Test
    void hashesOfManyKeysDiffer() {
        Set<Long> hashes = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            hashes.add(SplitMix64.hash(7, "artist " + i));
        }

        assertThat(hashes).hasSize(100_000);
    }
}
