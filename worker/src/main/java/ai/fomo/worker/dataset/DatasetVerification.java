package ai.fomo.worker.dataset;

import static java.util.stream.Collectors.toSet;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetDiff;
import ai.fomo.domain.dataset.DatasetItem;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.DuplicatePair;
import ai.fomo.domain.dataset.HashedImage;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.dataset.NearDuplicates;
import ai.fomo.domain.dataset.Split;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobDamagedException;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.FingerprintStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.worker.doctor.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/** Looks whether a dataset still is what it was built as, and whether its splits keep apart what they should. */
public final class DatasetVerification {
    private static final int EXAMPLES = 3;

    private final DatasetStore datasets;
    private final FingerprintStore fingerprints;
    private final BlobStore blobs;

    public DatasetVerification(Database database, BlobStore blobs) {
        this.datasets = new DatasetStore(database.jdbi());
        this.fingerprints = new FingerprintStore(database.jdbi());
        this.blobs = blobs;
    }

    /**
     * @param quick whether it is enough that images exist: their content is not read
     * @param progress told how many images were looked at
     * @return one for each thing looked at, in a fixed order
     */
    public List<Check> run(Dataset dataset, boolean quick, LongConsumer progress) {
        List<Check> checks = new ArrayList<>();
        Optional<DatasetManifest> manifest = manifest(dataset, checks);
        List<DatasetItem> rows = datasets.items(dataset.digest());
        // What S3 has is the dataset, by its digest; the rows are its copy for queries.
        List<DatasetItem> items = manifest.map(DatasetManifest::items).orElse(rows);
        manifest.ifPresent(whole -> checks.add(rows(dataset, whole, rows)));
        checks.add(counts(dataset, items));
        checks.add(images(items, quick, progress));
        // Those of a subset were found when the whole dataset was built.
        Sha256 built =
                dataset.subset() == null ? dataset.digest() : dataset.subset().full();
        List<Leak> known =
                datasets.leaks(built).stream().filter(leak -> !leak.resolved()).toList();
        checks.add(groups(items, subjects(known, Leak.Kind.GROUP)));
        checks.add(copies(dataset, items, subjects(known, Leak.Kind.NEAR_COPY)));
        return checks;
    }

    private Optional<DatasetManifest> manifest(Dataset dataset, List<Check> checks) {
        try {
            byte[] csv = blobs.get(BlobKind.DATASETS, dataset.digest());
            DatasetManifest manifest = DatasetManifest.parse(csv);
            checks.add(Check.ok("manifest", csv.length + " bytes in S3 with the digest " + dataset.digest()));
            return Optional.of(manifest);
        } catch (BlobMissingException | BlobDamagedException e) {
            checks.add(Check.fault(
                    "manifest",
                    String.valueOf(e.getMessage()),
                    "build the dataset again from the same covers: fomo dataset build " + dataset.name()));
        } catch (IllegalArgumentException e) {
            checks.add(Check.fault(
                    "manifest",
                    "it cannot be read: " + e.getMessage(),
                    "it was written by another version of fomo; use that"));
        }
        return Optional.empty();
    }

    private static Check rows(Dataset dataset, DatasetManifest manifest, List<DatasetItem> rows) {
        String advice = "the rows were changed behind the platform's back; restore PostgreSQL from a backup";
        if (!dataset.classes().equals(manifest.classes())) {
            return Check.fault("rows", "the classes in PostgreSQL are not those of the manifest", advice);
        }
        DatasetManifest stored;
        try {
            stored = new DatasetManifest(dataset.classes(), rows);
        } catch (IllegalArgumentException e) {
            return Check.fault("rows", String.valueOf(e.getMessage()), advice);
        }
        if (stored.items().equals(manifest.items())) {
            return Check.ok("rows", rows.size() + " rows in PostgreSQL, as the manifest has them");
        }
        DatasetDiff diff = DatasetDiff.between(manifest, stored);
        List<Sha256> changed = Stream.of(
                        diff.added().stream(),
                        diff.removed().stream(),
                        diff.relabelled().stream().map(DatasetDiff.Relabelled::image),
                        diff.moved().stream().map(DatasetDiff.Moved::image),
                        otherGroup(manifest, stored).stream())
                .flatMap(images -> images)
                .distinct()
                .toList();
        return Check.fault(
                "rows", changed.size() + " rows are not as the manifest has them: " + examples(changed), advice);
    }

    private static List<Sha256> otherGroup(DatasetManifest manifest, DatasetManifest stored) {
        Map<Sha256, String> groups = new TreeMap<>();
        manifest.items().forEach(item -> groups.put(item.image(), item.group()));
        return stored.items().stream()
                .filter(item ->
                        groups.containsKey(item.image()) && !item.group().equals(groups.get(item.image())))
                .map(DatasetItem::image)
                .toList();
    }

    private static Check counts(Dataset dataset, List<DatasetItem> items) {
        int train = count(items, Split.TRAIN);
        int validation = count(items, Split.VALIDATION);
        int test = count(items, Split.TEST);
        String found = train + " to train, " + validation + " to validate, " + test + " to test";
        boolean right = dataset.splits().train() == train
                && dataset.splits().validation() == validation
                && dataset.splits().test() == test;
        return right
                ? Check.ok("counts", found)
                : Check.fault(
                        "counts",
                        found + ", but " + dataset.splits().train() + ", "
                                + dataset.splits().validation() + " and "
                                + dataset.splits().test() + " are recorded",
                        "restore PostgreSQL from a backup");
    }

    private Check images(List<DatasetItem> items, boolean quick, LongConsumer progress) {
        List<Sha256> missing = new ArrayList<>();
        List<Sha256> damaged = new ArrayList<>();
        ManyImages.each(
                items,
                item -> Map.entry(item.image(), quick ? existence(item.image()) : content(item.image())),
                state -> {
                    switch (state.getValue()) {
                        case THERE -> {}
                        case MISSING -> missing.add(state.getKey());
                        case DAMAGED -> damaged.add(state.getKey());
                    }
                },
                progress);
        if (missing.isEmpty() && damaged.isEmpty()) {
            return Check.ok("images", items.size() + (quick ? " images are there" : " images are there and intact"));
        }
        String found = Stream.of(
                        missing.isEmpty() ? "" : missing.size() + " are missing: " + examples(missing),
                        damaged.isEmpty() ? "" : damaged.size() + " are damaged: " + examples(damaged))
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + "; " + other)
                .orElse("");
        return Check.fault(
                "images",
                found,
                "import the same images again under another name: what is missing or damaged is put back");
    }

    private enum State {
        THERE,
        MISSING,
        DAMAGED
    }

    private State existence(Sha256 image) {
        return blobs.exists(BlobKind.COVERS, image) ? State.THERE : State.MISSING;
    }

    private State content(Sha256 image) {
        try {
            return blobs.get(BlobKind.COVERS, image).length > 0 ? State.THERE : State.DAMAGED;
        } catch (BlobMissingException e) {
            return State.MISSING;
        } catch (BlobDamagedException e) {
            return State.DAMAGED;
        }
    }

    private static Check groups(List<DatasetItem> items, Set<String> known) {
        long groups = items.stream().map(DatasetItem::group).distinct().count();
        List<String> straddling = DatasetManifest.straddlingGroups(items);
        if (straddling.isEmpty()) {
            return Check.ok("groups", groups + " groups, each in one split");
        }
        String found = straddling.size() + " of " + groups + " groups are in several splits: "
                + String.join(", ", straddling.stream().limit(EXAMPLES).toList());
        return verdict("groups", found, known.containsAll(straddling));
    }

    private Check copies(Dataset dataset, List<DatasetItem> items, Set<String> known) {
        Map<Sha256, Split> splits = new TreeMap<>();
        items.forEach(item -> splits.put(item.image(), item.split()));
        List<HashedImage> hashed = fingerprints.hashed(dataset.name()).stream()
                .filter(image -> splits.containsKey(image.image()))
                .toList();
        // The pairs connect all copies of a picture: where those are in two splits, one of the pairs is.
        List<DuplicatePair> straddling = NearDuplicates.find(hashed, fingerprints).stream()
                .filter(pair -> splits.get(pair.first()) != splits.get(pair.second()))
                .toList();
        // Plain images have no hash, and are never copies.
        if (straddling.isEmpty()) {
            return Check.ok("copies", hashed.size() + " images compared, no picture is in several splits");
        }
        return verdict(
                "copies",
                straddling.size() + " pairs of images show the same picture in two splits: "
                        + examples(straddling.stream().map(DuplicatePair::first).toList()),
                straddling.stream()
                        .allMatch(pair -> known.contains(pair.first().hex())
                                || known.contains(pair.second().hex())));
    }

    /** A leak that the build reported was made by who gave the splits; one that it did not is a fault. */
    private static Check verdict(String name, String found, boolean known) {
        String advice = "import the images without the split column to have them kept apart";
        return known
                ? Check.warning(name, found + "; the source gave these splits", advice)
                : Check.fault(name, found, "build the dataset again with fomo dataset build, or " + advice);
    }

    private static Set<String> subjects(List<Leak> leaks, Leak.Kind kind) {
        return leaks.stream()
                .filter(leak -> leak.kind() == kind)
                .map(Leak::subject)
                .collect(toSet());
    }

    private static int count(List<DatasetItem> items, Split split) {
        return (int) items.stream().filter(item -> item.split() == split).count();
    }

    private static String examples(List<Sha256> images) {
        String some = String.join(
                ", ", images.stream().limit(EXAMPLES).map(Sha256::hex).toList());
        return images.size() > EXAMPLES ? some + " ..." : some;
    }
}
