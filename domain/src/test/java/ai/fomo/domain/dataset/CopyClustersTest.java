package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static ai.fomo.domain.dataset.Builds.pair;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CopyClustersTest {
    @Test
    void aCopyOfACopyIsInTheSameCluster() {
        CopyClusters clusters = new CopyClusters(List.of(pair("a", "b"), pair("c", "d"), pair("b", "e")));

        assertThat(clusters.clusters().stream().map(Set::copyOf))
                .containsExactlyInAnyOrder(
                        Set.of(digest("a"), digest("b"), digest("e")), Set.of(digest("c"), digest("d")));
        assertThat(clusters.contains(digest("e"))).isTrue();
        assertThat(clusters.contains(digest("z"))).isFalse();
    }

    @Property(tries = 200)
    void clustersAreTheConnectedComponentsInWhateverOrderThePairsCome(@ForAll @IntRange(max = 100_000) int seed) {
        Random random = new Random(seed);
        List<DuplicatePair> pairs = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            int one = random.nextInt(30);
            pairs.add(pair("image " + one, "image " + (one + 1 + random.nextInt(4))));
        }
        List<List<Sha256>> clusters = new CopyClusters(pairs).clusters();
        Collections.shuffle(pairs, random);

        assertThat(new CopyClusters(pairs).clusters()).isEqualTo(clusters);
        assertThat(clusters.stream().map(Set::copyOf).collect(Collectors.toSet()))
                .isEqualTo(components(pairs));
    }

    /** By walking from each image, which shares nothing with disjoint sets. */
    private static Set<Set<Sha256>> components(List<DuplicatePair> pairs) {
        return pairs.stream().map(start -> reachable(start.first(), pairs)).collect(Collectors.toSet());
    }

    private static Set<Sha256> reachable(Sha256 start, List<DuplicatePair> pairs) {
        TreeSet<Sha256> reached = new TreeSet<>();
        Deque<Sha256> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Sha256 at = open.pop();
            if (reached.add(at)) {
                for (DuplicatePair pair : pairs) {
                    if (pair.first().equals(at)) {
                        open.push(pair.second());
                    } else if (pair.second().equals(at)) {
                        open.push(pair.first());
                    }
                }
            }
        }
        return reached;
    }
}
