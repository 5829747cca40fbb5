package ai.fomo.storage.catalogue;

import static ai.fomo.storage.Examples.digest;
import static ai.fomo.storage.catalogue.ListedSource.album;
import static ai.fomo.storage.catalogue.ListedSource.albumsOf;
import static ai.fomo.storage.catalogue.ListedSource.artist;
import static ai.fomo.storage.catalogue.ListedSource.found;
import static ai.fomo.storage.catalogue.ListedSource.query;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.Cover;
import ai.fomo.storage.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Albums that have one image have one cover. */
final class SharedCoverIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private final ListedSource rows = new ListedSource(DATABASE.jdbi());

    @Test
    void albumsOfOneImageHaveOneCoverWithinAPartAndBetweenParts() {
        String source = rows.source("images");
        rows.save(source, "jazz", new NextStep.Search(null), found(1, null, artist("a")));
        SavedPart saved = rows.save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a", null),
                albumsOf("2", album("a1", "a", "http://x/same"), album("a2", "a", "http://x/same")));
        rows.save(
                source,
                "jazz",
                new NextStep.AlbumsOf("a", "2"),
                albumsOf(null, album("a3", "a", "http://x/same"), album("a4", "a")));

        assertThat(saved.albums()).isOne();
        assertThat(rows.pick(source, "jazz", "Jazz"))
                .extracting(PendingAlbum::id)
                .containsExactly("a1", "a4");
        assertThat(rows.albums.state(source, "a3")).contains(new AlbumState.Duplicate("a1"));
    }

    @Test
    void concurrentListingsOfOneImageLeaveOneAlbumToFetch() throws Exception {
        String source = rows.source("race");
        int workers = 8;
        for (int round = 0; round < 5; round++) {
            String url = "http://x/race-" + round;
            CyclicBarrier start = new CyclicBarrier(workers);
            ExecutorService pool = Executors.newFixedThreadPool(workers);
            try {
                List<Future<?>> saves = new ArrayList<>();
                for (int i = 0; i < workers; i++) {
                    ListedAlbum album = album("race-" + round + "-" + i, "a", url);
                    saves.add(pool.submit(() -> {
                        start.await(20, SECONDS);
                        return rows.save(
                                source,
                                "jazz",
                                new NextStep.Search(null),
                                new ListedPart(List.of(), List.of(album), false, 1, "more"));
                    }));
                }
                for (Future<?> save : saves) {
                    save.get(60, SECONDS);
                }
            } finally {
                pool.shutdownNow();
            }
        }

        assertThat(rows.pick(source, "jazz", "Jazz")).hasSize(5);
    }

    @Test
    void theSameBytesOfTheSameGroupAreOneCoverThatHasTheLabelsOfBoth() {
        String source = rows.source("bytes");
        rows.save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("x", "a"), album("other", "b")), false, 2, null));
        rows.save(
                source,
                "soul",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("y", "a")), false, 1, null));

        assertThat(rows.store(source, "x", "bytes")).isEqualTo(new AlbumState.Stored());
        assertThat(rows.store(source, "y", "bytes")).isEqualTo(new AlbumState.Duplicate("x"));
        assertThat(rows.store(source, "other", "bytes")).isEqualTo(new AlbumState.Stored());

        assertThat(rows.covers.count(source)).isEqualTo(2);
        assertThat(rows.labels(source, "x")).containsExactly(query("jazz"), query("soul"));
        assertThat(rows.store(source, "y", "bytes")).isEqualTo(new AlbumState.Duplicate("x"));
    }

    @Test
    void aCoverFromBeforeThereWereAlbumsIsNotFetchedAgainButGainsLabels() {
        String source = rows.source("before");
        rows.covers.add(new Cover(digest("old"), source, "old", "artist:a", null, 9, 9, List.of(query("soul"))));

        rows.save(
                source,
                "jazz",
                new NextStep.Search(null),
                new ListedPart(List.of(), List.of(album("old", "a"), album("new id", "a")), false, 2, null));

        assertThat(rows.pick(source, "jazz", "Jazz"))
                .extracting(PendingAlbum::id)
                .containsExactly("new id");
        assertThat(rows.labels(source, "old")).containsExactly(query("jazz"), query("soul"));
        assertThat(rows.store(source, "new id", "old")).isEqualTo(new AlbumState.Duplicate("old"));
    }
}
