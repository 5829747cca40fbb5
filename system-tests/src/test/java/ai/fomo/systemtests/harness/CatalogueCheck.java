package ai.fomo.systemtests.harness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.systemtests.harness.CatalogueRows.Row;
import ai.fomo.worker.demo.catalogue.CatalogueStandIn;
import ai.fomo.worker.demo.catalogue.TrueCover;
import ai.fomo.worker.demo.catalogue.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds what a sync left behind against what the stand-in knows to be true. */
public final class CatalogueCheck {
    private CatalogueCheck() {}

    /** Every cover that can be had is there once, with its labels; what cannot be had was refused, and nothing else. */
    public static void everythingIsThereOnce(Truth truth, Map<String, Row> rows, Map<String, String> refusals) {
        Map<String, Row> byPicture = new HashMap<>();
        truth.pictures().forEach((picture, albums) -> {
            List<Row> covers =
                    albums.stream().filter(rows::containsKey).map(rows::get).toList();
            assertThat(covers)
                    .as("covers of %s, which has albums %s", picture, albums)
                    .hasSize(1);
            byPicture.put(picture, covers.get(0));
        });
        assertThat(rows).as("no cover of anything else").hasSize(byPicture.size());
        assertThat(byPicture.values().stream().map(Row::image).distinct())
                .as("other pictures are other files")
                .hasSize(byPicture.size());
        truth.obtainable()
                .forEach(cover -> assertThat(
                                requireNonNull(byPicture.get(cover.picture())).labels())
                        .as("labels of %s", cover)
                        .containsAll(labels(cover)));
        assertThat(rows.values().stream().mapToInt(row -> row.labels().size()).sum())
                .as("and no other labels")
                .isEqualTo(distinctLabels(truth));
        Set<String> lost = new TreeSet<>();
        truth.lost().forEach(cover -> lost.addAll(cover.albums()));
        assertThat(lost).as("whatever was refused cannot be had").containsAll(refusals.keySet());
        assertThat(refusals)
                .as("each address is refused once")
                .hasSize(truth.lost().size());
    }

    /** What has the same picture has the labels of all of it. */
    private static int distinctLabels(Truth truth) {
        Map<String, Set<String>> byPicture = new HashMap<>();
        truth.obtainable()
                .forEach(cover -> byPicture
                        .computeIfAbsent(cover.picture(), key -> new TreeSet<>())
                        .addAll(labels(cover)));
        return byPicture.values().stream().mapToInt(Set::size).sum();
    }

    private static Set<String> labels(TrueCover cover) {
        return cover.labels().isEmpty() ? cover.queries() : cover.labels();
    }

    /** @return requests as a share of those that had to be: the fewest there can be, and those that got no answer */
    public static double requests(CatalogueStandIn standIn, Truth truth) {
        int sent = standIn.log().all().size();
        int needed = truth.leastRequests() + standIn.log().unserved().size();
        return (double) sent / needed;
    }
}
