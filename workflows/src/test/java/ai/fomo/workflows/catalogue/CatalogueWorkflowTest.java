package ai.fomo.workflows.catalogue;

import static ai.fomo.workflows.catalogue.CatalogueDouble.items;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.catalogue.CatalogueDouble.Fate;
import ai.fomo.workflows.catalogue.CatalogueDouble.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is fetched, and what for. */
class CatalogueWorkflowTest {
    @RegisterExtension
    final SyncHarness syncs = new SyncHarness();

    @Test
    void everyGenreGetsExactlyTheCoversThatAreAskedForAndNothingIsAskedForBeyond() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 30), items("jazz", 30, 30), items("jazz", 60, 30)));
        syncs.source.genre("techno", List.of(items("techno", 0, 50), items("techno", 50, 50)));

        CatalogueResult result = syncs.sync(40);

        assertThat(syncs.source.have("jazz")).isEqualTo(40);
        assertThat(syncs.source.have("techno")).isEqualTo(40);
        assertThat(result).isEqualTo(new CatalogueResult(80, 80, 0, 0, null));
        assertThat(syncs.source.requests())
                .filteredOn(what -> what.startsWith("cover"))
                .hasSize(80);
        assertThat(syncs.source.requests())
                .filteredOn(what -> what.startsWith("list"))
                .containsExactlyInAnyOrder("list jazz", "list jazz", "list techno");
        assertThat(syncs.source.finished()).containsExactly("80 covers added, 0 refused, 80 there");
    }

    @Test
    void withoutANumberEverythingIsFetchedOnce() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 230), items("jazz", 230, 230)));

        assertThat(syncs.sync(0).added()).isEqualTo(460);
        assertThat(syncs.source.stored())
                .hasSize(460)
                .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void whatIsRefusedOrACopyGivesItsPlaceToAnother() {
        List<Item> albums = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Fate fate = i % 4 == 0 ? Fate.REFUSED : i % 4 == 1 ? Fate.DUPLICATE : Fate.STORED;
            albums.add(new Item("jazz-" + i, List.of("jazz"), fate));
        }
        syncs.source.genre("jazz", List.of(albums.subList(0, 20), albums.subList(20, 40)));

        CatalogueResult result = syncs.sync(15);

        assertThat(syncs.source.have("jazz")).isEqualTo(15);
        assertThat(result.added()).isEqualTo(15);
        assertThat(result.refused()).isPositive();
    }

    @Test
    void aCoverOfSeveralClassesIsFetchedAsLongAsOneOfThemLacksCovers() {
        List<Item> both = List.of(
                new Item("a", List.of("jazz", "blues"), Fate.STORED),
                new Item("b", List.of("jazz", "blues"), Fate.STORED),
                new Item("c", List.of("jazz"), Fate.STORED));
        syncs.source.genre("jazz", List.of(both));
        syncs.source.genre("blues", List.of(items("blues", 0, 5)));

        syncs.sync(2);

        assertThat(syncs.source.have("jazz")).isEqualTo(2);
        assertThat(syncs.source.have("blues")).isGreaterThanOrEqualTo(2);
    }

    @Test
    void coversAreFetchedWhileTheNextListingIsUnderWay() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 20), items("jazz", 20, 20)));
        CountDownLatch coverBegan = new CountDownLatch(3);
        AtomicInteger listings = new AtomicInteger();
        AtomicBoolean overlapped = new AtomicBoolean();
        syncs.source.limit = what -> {
            if (what.startsWith("cover")) {
                coverBegan.countDown();
            } else if (what.startsWith("list") && listings.incrementAndGet() == 2) {
                overlapped.set(SyncHarness.await(coverBegan));
            }
            return null;
        };

        syncs.sync(0);

        assertThat(overlapped).isTrue();
        assertThat(syncs.source.mostCoversAtOnce()).isBetween(2, 16);
    }

    @Test
    void aSecondSyncWithNothingNewSendsOneCheckForEachGenreThatLacksCovers() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 10)));
        syncs.source.genre("techno", List.of(items("techno", 0, 30)));
        syncs.sync(20);
        syncs.source.forgetRequests();

        CatalogueResult again = syncs.sync(20);

        assertThat(syncs.source.requests()).containsExactly("sign in", "list jazz");
        assertThat(again.added()).isZero();
    }

    @Test
    void aLongSyncGoesOnAsNewExecutionsAndLosesNothing() {
        syncs.source.genre("jazz", List.of(items("jazz", 0, 60), items("jazz", 60, 60)));
        syncs.source.genre("techno", List.of(items("techno", 0, 60), items("techno", 60, 60)));

        CatalogueResult result = syncs.sync(100, 150);

        assertThat(syncs.source.executions()).isGreaterThan(2);
        assertThat(syncs.source.have("jazz")).isEqualTo(100);
        assertThat(syncs.source.have("techno")).isEqualTo(100);
        assertThat(result.added()).isEqualTo(200);
        assertThat(syncs.source.stored())
                .allSatisfy((album, times) -> assertThat(times).isEqualTo(1));
        assertThat(syncs.source.requests()).containsOnlyOnce("sign in").hasSize(1 + 4 + 200);
    }
}
