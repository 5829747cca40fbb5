package ai.fomo.worker.view;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.storage.catalogue.CatalogueStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.ClassStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.FrequentLabel;
import ai.fomo.storage.catalogue.CatalogueStatus.GenreStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.LabelKindCount;
import ai.fomo.storage.catalogue.CatalogueStatus.LastSync;
import ai.fomo.storage.catalogue.CatalogueStatus.PaceStatus;
import ai.fomo.storage.catalogue.CatalogueStatus.RefusalReason;
import ai.fomo.worker.platform.DailySync;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CatalogueStatusTextTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void everyGenreHasItsNumbersAndTheStateOfItsSearch() {
        assertThat(text().lines())
                .contains(
                        "genre   have  wanted  listed  an hour  search",
                        "Jazz     500     500      70      120  at 50 of 1,400, 3 of 9 artists listed",
                        "Techno   120     500       0        0  exhausted, 40 of 40 artists listed",
                        "Blues      0       -       0        0  not begun");
    }

    @Test
    void labelsSayWhereTheyAreFromAndWhatTheyMean() {
        assertThat(text().lines())
                .contains(
                        "artist          80     600",
                        "melodic house & techno  artist     300  Techno",
                        "ambient                 tag         12  unmapped");
    }

    @Test
    void refusalsWaitsAndTheLastSyncAreSaid() {
        assertThat(text())
                .contains("      4  404  album-7")
                .contains("waits until 2026-11-27 02:14:05 UTC: Retry-After")
                .contains("the last sync ran from 2026-11-26 04:00:00 to 2026-11-26 05:00:00 UTC: 10 covers added");
    }

    @Test
    void anApiThatWasClosedIsOpenOnceTheTimeHasPassed() {
        assertThat(CatalogueStatusText.of(status(), HOUR, Instant.parse("2026-11-28T00:00:00Z")))
                .doesNotContain("waits until");
    }

    @Test
    void aCatalogueThatWasNeverSyncedSaysSo() {
        CatalogueStatus empty = new CatalogueStatus(
                "covers", 0, 0, List.of(), List.of(), 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), null);

        assertThat(CatalogueStatusText.of(empty, HOUR, NOW)).contains("never synced", "no cover was refused");
    }

    @Test
    void aScheduleSaysWhenAndHowMuch() {
        assertThat(ScheduleText.of("covers", Optional.of(daily("04:00", 500, null, false))))
                .isEqualTo("catalogue covers is synced daily at 04:00 Europe/Berlin, up to 500 covers of each genre"
                        + "\nnext: 2026-11-27 03:00:00 UTC");
        assertThat(ScheduleText.of("covers", Optional.of(daily("04:00", 500, null, true))))
                .contains("paused", "Temporal's UI")
                .doesNotContain("next");
        assertThat(ScheduleText.of("covers", Optional.empty()))
                .contains("fomo catalogue schedule covers --daily 04:00");
    }

    @Test
    void whatHasChangedOfAScheduleIsALineEach() {
        DailySync before = daily("04:00", 500, null, false);

        assertThat(ScheduleText.changes(before, before)).isEmpty();
        assertThat(ScheduleText.changes(before, daily("05:30", 20, Duration.ofHours(36), false)))
                .containsExactly(
                        "begins daily at 04:00 Europe/Berlin -> 05:30 Europe/Berlin",
                        "asks for 500 covers of each genre -> 20 covers of each genre",
                        "looks at artists again after 30d -> 36h");
    }

    private static DailySync daily(String at, int covers, @Nullable Duration relistAfter, boolean paused) {
        Instant next = Instant.parse("2026-11-27T03:00:00Z");
        return new DailySync(at, "Europe/Berlin", covers, null, relistAfter, paused, next, null);
    }

    private static String text() {
        return CatalogueStatusText.of(status(), HOUR, NOW);
    }

    private static CatalogueStatus status() {
        return new CatalogueStatus(
                "covers",
                620,
                120,
                List.of(
                        new ClassStatus("Jazz", 500, 120, 500),
                        new ClassStatus("Techno", 120, 0, 500),
                        new ClassStatus("Blues", 0, 0, null)),
                List.of(
                        new GenreStatus("jazz", "Jazz", "50", 1_400, false, 9, 3, 570, 70),
                        new GenreStatus("techno", "Techno", "100", 120, true, 40, 40, 120, 0)),
                49,
                690,
                5,
                70,
                List.of(new LabelKindCount(LabelKind.ARTIST, 80, 600)),
                List.of(
                        new FrequentLabel("melodic house & techno", LabelKind.ARTIST, 300, "Techno"),
                        new FrequentLabel("ambient", LabelKind.TAG, 12, null)),
                List.of(new RefusalReason("404", 4, "album-7", "404 Not Found")),
                List.of(
                        new PaceStatus("spotify", Instant.parse("2026-11-27T02:14:05Z"), "Retry-After", 3, 90),
                        new PaceStatus("spotify-covers", null, null, 10, 400)),
                new LastSync(
                        "run",
                        500,
                        List.of("jazz", "techno"),
                        Instant.parse("2026-11-26T04:00:00Z"),
                        Instant.parse("2026-11-26T05:00:00Z"),
                        "10 covers added"));
    }
}
