package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Thumbnail;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Pairs of pictures whose hashes are near, with their thumbnails, block by block. While one block is compared, the thumbnails of
 * the next are fetched and the candidates of the one after are looked up, so that neither the processor nor the database waits.
 */
final class CandidateBlocks implements AutoCloseable {
    /** Nearest hashes that a picture is compared with. */
    static final int COMPARED = 128;

    /** Pictures of a block: their candidates have at most 60 MB of thumbnails. */
    private static final int BLOCK = 1_024;

    /** Of a position in a block. */
    private static final int LATER_BITS = 10;

    private static final int EARLIER_BITS = 32;
    private static final int BLOCKS_AHEAD = 2;

    private final HashIndex index;
    private final ThumbnailCache thumbnails;
    private final List<Sha256> pictures;
    private final ExecutorService seeking = Executors.newSingleThreadExecutor();
    private final ExecutorService fetching = Executors.newSingleThreadExecutor();
    private final Queue<Future<List<Candidate>>> ahead = new ArrayDeque<>();
    private int next;

    /** @param pictures in the order of the index; the thumbnails are this object's alone until it is closed */
    CandidateBlocks(HashIndex index, ThumbnailCache thumbnails, List<Sha256> pictures) {
        this.index = index;
        this.thumbnails = thumbnails;
        this.pictures = pictures;
    }

    /** Two pictures, by their positions, that have a thumbnail each. */
    record Candidate(int earlier, Thumbnail ofEarlier, int later, Thumbnail ofLater) {}

    /** The nearest first, since what they join need not be compared any more; empty behind the last block. */
    Optional<List<Candidate>> next() {
        while (ahead.size() < BLOCKS_AHEAD && next < pictures.size()) {
            int start = next;
            Future<long[]> found = seeking.submit(() -> found(start));
            ahead.add(fetching.submit(() -> candidates(found.get(), start)));
            next += BLOCK;
        }
        return Optional.ofNullable(ahead.poll()).map(CandidateBlocks::result);
    }

    @Override
    public void close() {
        seeking.shutdownNow();
        fetching.shutdownNow();
    }

    /** Each as distance, later (from the block's start on), earlier: their order is that of the numbers. */
    private long[] found(int start) {
        index.advanceTo(start);
        return IntStream.range(start, Math.min(pictures.size(), start + BLOCK))
                .parallel()
                .mapToObj(later -> found(later, later - start))
                .flatMapToLong(LongStream::of)
                .sorted()
                .toArray();
    }

    private long[] found(int later, int offset) {
        return Arrays.stream(index.before(later, COMPARED))
                .filter(found -> found >>> EARLIER_BITS > 0) // Equal hashes have been compared.
                .map(found -> ((((found >>> EARLIER_BITS) << LATER_BITS) | offset) << EARLIER_BITS) | (int) found)
                .toArray();
    }

    private List<Candidate> candidates(long[] found, int start) {
        Set<Sha256> needed = new LinkedHashSet<>();
        for (long pair : found) {
            needed.add(pictures.get((int) pair));
            needed.add(pictures.get(later(pair, start)));
        }
        thumbnails.load(needed);
        Map<Sha256, Thumbnail> loaded = new HashMap<>();
        for (Sha256 image : needed) {
            Thumbnail thumbnail = thumbnails.of(image);
            if (thumbnail != null) {
                loaded.put(image, thumbnail);
            }
        }
        List<Candidate> candidates = new ArrayList<>(found.length);
        for (long pair : found) {
            Thumbnail ofEarlier = loaded.get(pictures.get((int) pair));
            Thumbnail ofLater = loaded.get(pictures.get(later(pair, start)));
            if (ofEarlier != null && ofLater != null) {
                candidates.add(new Candidate((int) pair, ofEarlier, later(pair, start), ofLater));
            }
        }
        return candidates;
    }

    private static int later(long pair, int start) {
        return start + ((int) (pair >>> EARLIER_BITS) & (BLOCK - 1));
    }

    private static List<Candidate> result(Future<List<Candidate>> block) {
        try {
            return block.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the search for copies was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("the search for copies failed", e.getCause());
        }
    }
}
