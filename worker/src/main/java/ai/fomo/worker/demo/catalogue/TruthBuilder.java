package ai.fomo.worker.demo.catalogue;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what is known of covers, several entries of which may have one address. */
final class TruthBuilder {
    private final Map<String, TrueCover> covers = new LinkedHashMap<>();
    private int withoutImage;
    private int searches;
    private int listings;

    void add(TrueCover cover) {
        @Nullable TrueCover known = covers.get(cover.url());
        covers.put(cover.url(), known == null ? cover : merged(known, cover));
    }

    void withoutImage() {
        withoutImage++;
    }

    /** @param entries how many the search finds and gives */
    void search(int entries, int limit) {
        searches += parts(entries, limit);
    }

    /** @param entries how many the list has */
    void listing(int entries, int limit) {
        listings += parts(entries, limit);
    }

    Truth build(int tokens) {
        return new Truth(List.copyOf(covers.values()), withoutImage, tokens, searches, listings);
    }

    /** An empty list has to be asked for as well. */
    private static int parts(int entries, int limit) {
        return Math.max(1, (entries + limit - 1) / limit);
    }

    private static TrueCover merged(TrueCover one, TrueCover other) {
        return new TrueCover(
                one.url(),
                one.picture(),
                union(one.albums(), other.albums()),
                union(one.artists(), other.artists()),
                union(one.labels(), other.labels()),
                union(one.queries(), other.queries()),
                one.canBeHad());
    }

    private static Set<String> union(Collection<String> one, Collection<String> other) {
        Set<String> union = new TreeSet<>(one);
        union.addAll(other);
        return union;
    }
}
