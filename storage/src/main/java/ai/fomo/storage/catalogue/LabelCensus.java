package ai.fomo.storage.catalogue;

import ai.fomo.domain.catalogue.LabelKind;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.storage.catalogue.CatalogueStatus.FrequentLabel;
import ai.fomo.storage.catalogue.CatalogueStatus.LabelKindCount;
import java.sql.ResultSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What the labels of a source's covers come to. All of them are read once, a cover after the other as their key has them:
 * PostgreSQL would sort them anew for each thing that is counted by cover. Holds the distinct labels, and no cover.
 */
final class LabelCensus {
    private static final int FETCH = 10_000;

    private final ClassMapping mapping;
    private final Set<String> recent;
    private final Map<String, OneLabel> labels = new HashMap<>();
    private final Map<String, Integer> have = new HashMap<>();
    private final Map<String, Integer> lately = new HashMap<>();
    private final Map<LabelKind, Integer> covers = new EnumMap<>(LabelKind.class);

    private String cover = "";
    private final Set<String> classesOfCover = new HashSet<>();
    private final Set<LabelKind> kindsOfCover = EnumSet.noneOf(LabelKind.class);

    private LabelCensus(ClassMapping mapping, Set<String> recent) {
        this.mapping = mapping;
        this.recent = recent;
    }

    /**
     * @param handle in a transaction, because outside of one the driver reads all rows at once
     * @param recent covers that count as added lately
     */
    static LabelCensus of(Handle handle, String source, ClassMapping mapping, Set<String> recent) {
        LabelCensus census = new LabelCensus(mapping, recent);
        return handle.createQuery("""
                        select external_id, label, kind
                        from cover_label
                        where source = :source
                        order by external_id""")
                .bind("source", source)
                .setFetchSize(FETCH)
                .scanResultSet((rows, context) -> {
                    ResultSet row = rows.get();
                    while (row.next()) {
                        census.add(row.getString(1), row.getString(2), LabelKind.valueOf(row.getString(3)));
                    }
                    census.endCover();
                    return census;
                });
    }

    /** Covers that have the class, by class; a class that none has is missing. */
    Map<String, Integer> have() {
        return have;
    }

    /** Those of them that were added lately. */
    Map<String, Integer> lately() {
        return lately;
    }

    /** That of most covers first. */
    List<LabelKindCount> kinds() {
        return covers.entrySet().stream()
                .map(kind -> new LabelKindCount(kind.getKey(), distinct(kind.getKey()), kind.getValue()))
                .sorted(Comparator.comparing(LabelKindCount::covers)
                        .reversed()
                        .thenComparing(count -> count.kind().name()))
                .toList();
    }

    /** The labels that most covers have, most frequent first. */
    List<FrequentLabel> frequent(int most) {
        return labels.entrySet().stream()
                .flatMap(label -> label.getValue().covers.entrySet().stream()
                        .map(kind -> new FrequentLabel(
                                label.getKey(), kind.getKey(), kind.getValue(), label.getValue().className)))
                .sorted(Comparator.comparing(FrequentLabel::covers)
                        .reversed()
                        .thenComparing(FrequentLabel::label)
                        .thenComparing(label -> label.kind().name()))
                .limit(most)
                .toList();
    }

    private int distinct(LabelKind kind) {
        return (int) labels.values().stream()
                .filter(label -> label.covers.containsKey(kind))
                .count();
    }

    private void add(String ofCover, String text, LabelKind kind) {
        if (!ofCover.equals(cover)) {
            endCover();
            cover = ofCover;
        }
        OneLabel label = labels.computeIfAbsent(
                text, unknown -> new OneLabel(mapping.classOf(unknown).orElse(null)));
        label.covers.merge(kind, 1, Integer::sum);
        kindsOfCover.add(kind);
        if (label.className != null) {
            classesOfCover.add(label.className);
        }
    }

    private void endCover() {
        kindsOfCover.forEach(kind -> covers.merge(kind, 1, Integer::sum));
        classesOfCover.forEach(name -> have.merge(name, 1, Integer::sum));
        if (recent.contains(cover)) {
            classesOfCover.forEach(name -> lately.merge(name, 1, Integer::sum));
        }
        kindsOfCover.clear();
        classesOfCover.clear();
    }

    /** A label, and by kind how many covers have it. */
    private static final class OneLabel {
        private final @Nullable String className;
        private final Map<LabelKind, Integer> covers = new EnumMap<>(LabelKind.class);

        private OneLabel(@Nullable String className) {
            this.className = className;
        }
    }
}
