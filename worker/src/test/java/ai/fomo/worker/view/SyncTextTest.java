package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.workflows.catalogue.CatalogueProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.GenreProgress;
import ai.fomo.workflows.catalogue.CatalogueProgress.Waiting;
import ai.fomo.workflows.catalogue.CatalogueResult;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SyncTextTest {
    @Test
    void aSyncWithANumberIsABarOverAllGenresAndTheCountOfEach() {
        CatalogueProgress progress = progress(
                null,
                new GenreProgress("jazz", "Jazz", 500, 500, true),
                new GenreProgress("hip hop", "HipHop", 500, 250, false),
                new GenreProgress("techno", "Techno", 500, 120, true));

        assertThat(SyncText.lines(progress, 12.34))
                .containsExactly(
                        "covers by genre: [=================             ] 870 of 1,500, 12.3 a second, 3 refused, 2 left for the next"
                                + " sync",
                        "  jazz 500/500          hip hop 250/500       techno 120/500 (all)");
    }

    @Test
    void withoutANumberOnlyWhatThereIsIsCounted() {
        CatalogueProgress progress = progress(null, new GenreProgress("jazz", "Jazz", 0, 1_234, false));

        assertThat(SyncText.lines(progress, 0))
                .containsExactly("covers: 40 added, 3 refused, 2 left for the next sync", "  jazz 1,234");
    }

    @Test
    void aWaitSaysUntilWhenAndWhy() {
        Waiting waiting = new Waiting("spotify asked for it by Retry-After", Instant.parse("2026-11-27T02:14:05Z"));

        assertThat(SyncText.lines(progress(waiting), 0))
                .last()
                .isEqualTo("waits until 2026-11-27 02:14:05 UTC: spotify asked for it by Retry-After");
    }

    @Test
    void theResultSaysWhatIsLeft() {
        assertThat(SyncText.of(new CatalogueResult(1_000, 50, 3)))
                .isEqualTo("50 covers added, 3 refused; there are 1,000 by now");
        assertThat(SyncText.of(new CatalogueResult(1_000, 50, 3, 2, null)))
                .endsWith("; 2 could not be had this time, and are left for the next sync");
    }

    @Test
    void thePaceIsThatOfTheLastHalfMinute() {
        SyncPace pace = new SyncPace();

        assertThat(pace.reached(0, 0)).isZero();
        assertThat(pace.reached(100, 10_000_000_000L)).isEqualTo(10);
        assertThat(pace.reached(100, 50_000_000_000L)).isZero();
    }

    private static CatalogueProgress progress(@Nullable Waiting waiting, GenreProgress... genres) {
        return new CatalogueProgress("jazz", 1, 40, 3, 2, List.of(genres), waiting);
    }
}
