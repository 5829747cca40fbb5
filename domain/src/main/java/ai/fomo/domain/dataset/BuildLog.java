package ai.fomo.domain.dataset;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Exclusion.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What a build leaves out and what leaks it meets, while it goes on. */
final class BuildLog {
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Leak> leaks = new ArrayList<>();

    void exclude(Sha256 image, Reason reason, String detail) {
        exclusions.add(new Exclusion(image, reason, detail));
    }

    void leak(Leak.Kind kind, String subject, String detail, boolean resolved) {
        leaks.add(new Leak(kind, subject, detail, resolved));
    }

    /** By image. */
    List<Exclusion> exclusions() {
        return exclusions.stream().sorted(comparing(Exclusion::image)).toList();
    }

    /** By kind and subject. */
    List<Leak> leaks() {
        return leaks.stream()
                .sorted(comparing(Leak::kind).thenComparing(Leak::subject))
                .toList();
    }

    static String names(Collection<Split> splits) {
        return splits.stream().sorted().map(Split::label).collect(joining(" and "));
    }
}
