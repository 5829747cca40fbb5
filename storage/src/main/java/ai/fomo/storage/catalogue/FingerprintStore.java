package ai.fomo.storage.catalogue;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.PerceptualHash;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.Thumbnails;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Thumbnails and perceptual hashes of images, by digest: of one image there is one, whatever sources have it. All of them
 * are of the present {@link Thumbnail#VERSION}; those of others are as if they were not there.
 */
public final class FingerprintStore implements Thumbnails {
    private static final int BATCH = 2_000;
    private static final int FETCH = 10_000;

    private static final String INSERT = """
            insert into image_fingerprint (image, version, hash, thumbnail)
            values (:image, :version, :hash, :thumbnail)
            on conflict (image, version) do nothing""";

    private final Jdbi jdbi;

    public FingerprintStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void put(Sha256 image, Thumbnail thumbnail) {
        putAll(Map.of(image, thumbnail));
    }

    /** All of them or, where this fails, none. */
    public void putAll(Map<Sha256, Thumbnail> thumbnails) {
        jdbi.useTransaction(handle -> insert(handle, thumbnails));
    }

    static void insert(Handle handle, Map<Sha256, Thumbnail> thumbnails) {
        PreparedBatch batch = handle.prepareBatch(INSERT);
        thumbnails.forEach((image, thumbnail) -> {
            batch.bind("image", image)
                    .bind("version", Thumbnail.VERSION)
                    .bind(
                            "hash",
                            thumbnail.isPlain()
                                    ? null
                                    : Long.valueOf(thumbnail.hash().bits()))
                    .bind("thumbnail", thumbnail.pixels())
                    .add();
            if (batch.size() == BATCH) {
                batch.execute();
            }
        });
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** How many images of the source have no fingerprint. */
    public int missing(String source) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(distinct c.image)
                        from cover c
                        where c.source = :source and not exists (
                          select from image_fingerprint f where f.image = c.image and f.version = :version)""")
                .bind("source", source)
                .bind("version", Thumbnail.VERSION)
                .mapTo(int.class)
                .one());
    }

    /**
     * Images of the source that have no fingerprint, by digest.
     *
     * @param after where to go on; empty for the beginning
     */
    public List<Sha256> missing(String source, Optional<Sha256> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct c.image
                        from cover c
                        where c.source = :source and c.image > :after and not exists (
                          select from image_fingerprint f where f.image = c.image and f.version = :version)
                        order by c.image
                        limit :limit""")
                .bind("source", source)
                .bind("version", Thumbnail.VERSION)
                .bind("after", after.map(Sha256::hex).orElse(""))
                .bind("limit", limit)
                .mapTo(Sha256.class)
                .list());
    }

    /** The images of the source that near copies can be looked for by, in no particular order. */
    public List<HashedImage> hashed(String source) {
        return hashes("""
                select f.image, f.hash
                from image_fingerprint f
                where f.version = :version and f.hash is not null
                  and f.image in (select image from cover where source = :source)""", source, 0);
    }

    /** The images of the source that have a fingerprint but nothing to tell them apart by. */
    public Set<Sha256> plain(String source) {
        return jdbi.withHandle(handle -> new HashSet<>(handle.createQuery("""
                        select f.image
                        from image_fingerprint f
                        where f.version = :version and f.hash is null
                          and f.image in (select image from cover where source = :source)""")
                .bind("version", Thumbnail.VERSION)
                .bind("source", source)
                .mapTo(Sha256.class)
                .list()));
    }

    /** Images that only other sources have, and that an earlier dataset gave a split under the seed. */
    public List<HashedImage> hashedElsewhere(String source, long seed) {
        return hashes("""
                with elsewhere as (
                  select c.image
                  from cover c
                  join split_assignment a on a.seed = :seed and a.key = c.image
                  where c.source <> :source
                  union
                  select c.image
                  from cover c
                  join split_assignment a on a.seed = :seed and a.key = c.item_group
                  where c.source <> :source)
                select f.image, f.hash
                from elsewhere e
                join image_fingerprint f on f.image = e.image and f.version = :version
                where f.hash is not null
                  and not exists (select from cover c where c.source = :source and c.image = e.image)""", source, seed);
    }

    /** The images of a dataset that near copies can be looked for by, in no particular order. */
    public List<HashedImage> hashed(Sha256 dataset) {
        return hashes("""
                select f.image, f.hash
                from image_fingerprint f
                where f.version = :version and f.hash is not null
                  and f.image in (select image from dataset_item where dataset = :source)""", dataset.hex(), 0);
    }

    private List<HashedImage> hashes(String query, String source, long seed) {
        // In a transaction, because outside of one the driver reads all rows at once.
        return jdbi.inTransaction(handle -> {
            List<HashedImage> images = new ArrayList<>();
            handle.createQuery(query)
                    .setFetchSize(FETCH)
                    .bind("version", Thumbnail.VERSION)
                    .bind("source", source)
                    .bind("seed", seed)
                    .map((row, context) -> new HashedImage(
                            new Sha256(row.getString("image")), new PerceptualHash(row.getLong("hash"))))
                    .forEach(images::add);
            return images;
        });
    }

    @Override
    public Map<Sha256, Thumbnail> of(Collection<Sha256> images) {
        List<Sha256> wanted = List.copyOf(images);
        Map<Sha256, Thumbnail> found = new HashMap<>();
        jdbi.useHandle(handle -> {
            for (int from = 0; from < wanted.size(); from += BATCH) {
                handle.createQuery("""
                                select image, thumbnail
                                from image_fingerprint
                                where version = :version and image = any(:images)""")
                        .bind("version", Thumbnail.VERSION)
                        .bindArray("images", Sha256.class, wanted.subList(from, Math.min(from + BATCH, wanted.size())))
                        .map((row, context) ->
                                Map.entry(new Sha256(row.getString("image")), new Thumbnail(row.getBytes("thumbnail"))))
                        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            }
        });
        return found;
    }
}
