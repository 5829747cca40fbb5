package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.catalogue.CatalogueDouble.Fate;
import ai.fomo.workflows.catalogue.CatalogueDouble.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lies picked in the queues of genres, and what is listed besides. */
class SyncQueuesTest {
    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void albumsBehindThoseThatAnotherGenreHasPickedAreFetchedInTheSameSync() {
        List<Item> both = new ArrayList<>(items("jazz", 0, 300));
        for (int i = 0; i < 50; i++) {
            both.add(new Item("soul-" + i, List.of("soul"), Fate.STORED));
        }
        syncs.source.genre("jazz", List.of(both));
        syncs.source.genre("soul", List.of(both));
        AtomicInteger covers = new AtomicInteger();
        syncs.source.limit = what -> {
            if (what.startsWith("cover") && covers.incrementAndGet() <= 16) {
                // Until both genres have picked.
                pause();
            }
            return null;
        };

        syncs.sync(40);

        assertThat(syncs.source.have("jazz")).isEqualTo(40);
        assertThat(syncs.source.have("soul")).isEqualTo(40);
    }

    @Test
    void moreOfAGenreComesFromAlbumsThatAreListedBeforeTheSourceIsAskedAgain() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 50), items("jazz", 50, 50)));
        syncs.sync(10);
        syncs.source.forgetRequests();

        syncs.sync(45);

        assertThat(syncs.source.have("jazz")).isEqualTo(45);
        assertThat(syncs.source.requests()).noneMatch(what -> what.startsWith("list"));
    }

    @Test
    void aServerOfImagesThatWantsToBeLeftAloneKeepsListingsBackToo() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 5), items("jazz", 5, 5), items("jazz", 10, 5)));
        Instant opens = syncs.now().plus(Duration.ofHours(12));
        CountDownLatch closed = new CountDownLatch(1);
        AtomicInteger listings = new AtomicInteger();
        syncs.source.limit = what -> {
            if (what.startsWith("cover") && syncs.now().isBefore(opens)) {
                closed.countDown();
                return new RateLimited("spotify-covers", opens, true);
            }
            if (what.startsWith("list") && listings.incrementAndGet() == 2) {
                SyncHarness.await(closed);
                pause();
            }
            return null;
        };

        syncs.sync(0);

        assertThat(syncs.source.stored()).hasSize(15);
        assertThat(syncs.source.sent())
                .filteredOn(sent -> sent.what().startsWith("list") && sent.at().isBefore(opens))
                .hasSizeLessThanOrEqualTo(2);
    }

    /** Longer than the workflow needs to hear of an answer that has come. */
    private static void pause() {
        SyncHarness.await(new CountDownLatch(1), 1);
    }
}
