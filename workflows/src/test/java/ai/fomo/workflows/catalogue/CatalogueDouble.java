package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source and its rows in memory, as the workflow sees both. It notes what would have gone over the network. */
final class CatalogueDouble implements CatalogueActivities, SourceActivities, CoverActivities {
    enum Fate {
        STORED,
        REFUSED,
        /** Of another album that is there. */
        DUPLICATE
    }

    record Item(String id, List<String> classes, Fate fate) {}

    record Sent(String what, Instant at) {}

    /** What the source answers instead, and what happens before it does; null for the usual answer. */
    volatile Function<String, @Nullable RateLimited> limit = what -> null;

    /** How long the source's pace lets a listing wait for the one before it. */
    volatile Supplier<@Nullable Instant> nextListing = () -> null;

    /** Told at the sign-in, and kept. */
    volatile @Nullable PaceDouble coverPace;

    private final Supplier<Instant> clock;
    private final Map<String, List<List<Item>>> parts = new LinkedHashMap<>();
    private final Map<String, Integer> cursors = new HashMap<>();
    private final Map<String, Map<String, Item>> listed = new HashMap<>();
    private final Map<String, Integer> stored = new LinkedHashMap<>();
    private final Map<String, Integer> have = new HashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<String> finished = new ArrayList<>();
    private int executions;
    private int coversNow;
    private int mostCoversAtOnce;

    CatalogueDouble(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /** @param listings what each request for the genre finds, in their order */
    synchronized CatalogueDouble genre(String genre, List<List<Item>> listings) {
        parts.put(genre, listings);
        return this;
    }

    static List<Item> items(String genre, int from, int count) {
        List<Item> items = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            items.add(new Item(genre + "-" + i, List.of(genre), Fate.STORED));
        }
        return items;
    }

    @Override
    public SignInResult signIn(SignInRequest request) {
        RateLimited closed = send("sign in");
        PaceDouble pace = coverPace;
        return closed == null ? new SignInResult.SignedIn(pace == null ? null : pace.pace()) : closed;
    }

    @Override
    public synchronized CataloguePlan planSync(CatalogueRequest request) {
        executions++;
        return new CataloguePlan(parts.entrySet().stream()
                .map(entry -> new GenreCursor(
                        entry.getKey(),
                        null,
                        have.getOrDefault(entry.getKey(), 0),
                        cursors.getOrDefault(entry.getKey(), 0)
                                >= entry.getValue().size(),
                        entry.getKey()))
                .toList());
    }

    @Override
    public ListingResult listAlbums(ListingRequest request) {
        RateLimited closed = send("list " + request.genre());
        return closed == null ? list(request.genre()) : closed;
    }

    private synchronized ListingResult list(String genre) {
        List<List<Item>> all = parts.getOrDefault(genre, List.of());
        int cursor = cursors.getOrDefault(genre, 0);
        int found = 0;
        if (cursor < all.size()) {
            Map<String, Item> rows = listed.computeIfAbsent(genre, key -> new LinkedHashMap<>());
            for (Item item : all.get(cursor)) {
                found += rows.putIfAbsent(item.id(), item) == null ? 1 : 0;
            }
            cursors.put(genre, cursor + 1);
        }
        return new ListingResult.Listed(found, cursor + 1 >= all.size(), nextListing.get());
    }

    @Override
    public synchronized PickResult pickAlbums(PickRequest request) {
        return new PickResult(listed.getOrDefault(request.genre(), Map.of()).values().stream()
                .filter(item -> !stored.containsKey(item.id()) && !gone.contains(item.id()))
                .filter(item -> item.classes().stream().anyMatch(request.classes()::contains))
                .limit(request.most())
                .map(item -> new AlbumReference(item.id(), item.classes()))
                .toList());
    }

    @Override
    public CoverResult fetchCover(CoverRequest request) {
        synchronized (this) {
            mostCoversAtOnce = Math.max(mostCoversAtOnce, ++coversNow);
        }
        try {
            PaceDouble pace = coverPace;
            return pace == null ? fetch(request.album()) : fetch(request.album(), pace);
        } finally {
            synchronized (this) {
                coversNow--;
            }
        }
    }

    private CoverResult fetch(String album, PaceDouble pace) {
        Instant now = clock.get();
        RateLimited early = pace.admit(now);
        if (early != null) {
            return early;
        }
        try {
            return fetch(album);
        } finally {
            pace.answered(now);
        }
    }

    private CoverResult fetch(String album) {
        RateLimited closed = send("cover " + album);
        return closed == null ? store(album) : closed;
    }

    private synchronized CoverResult store(String album) {
        Item item = listed.values().stream()
                .map(rows -> rows.get(album))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElseThrow();
        if (item.fate() == Fate.STORED) {
            boolean added = stored.merge(album, 1, Integer::sum) == 1;
            if (added) {
                item.classes().forEach(name -> have.merge(name, 1, Integer::sum));
            }
            return new CoverResult.Stored(added);
        }
        gone.add(album);
        return item.fate() == Fate.REFUSED ? new CoverResult.Refused("404") : new CoverResult.Stored(false);
    }

    @Override
    public synchronized CatalogueCount countCovers(CatalogueRequest request) {
        return new CatalogueCount(stored.size());
    }

    @Override
    public synchronized void finishSync(SyncFinish finish) {
        finished.add(finish.explanation());
    }

    private @Nullable RateLimited send(String what) {
        RateLimited closed = limit.apply(what);
        if (closed == null || closed.asked()) {
            synchronized (this) {
                sent.add(new Sent(what, clock.get()));
            }
        }
        return closed;
    }

    synchronized int have(String className) {
        return have.getOrDefault(className, 0);
    }

    /** How often each cover was fetched and stored. */
    synchronized Map<String, Integer> stored() {
        return new LinkedHashMap<>(stored);
    }

    synchronized List<Sent> sent() {
        return new ArrayList<>(sent);
    }

    List<String> requests() {
        return sent().stream().map(Sent::what).toList();
    }

    synchronized void forgetRequests() {
        sent.clear();
    }

    synchronized Collection<String> finished() {
        return new ArrayList<>(finished);
    }

    synchronized int executions() {
        return executions;
    }

    synchronized int mostCoversAtOnce() {
        return mostCoversAtOnce;
    }
}
