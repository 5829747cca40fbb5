import static java.nio.charset.StandardCharsets.UTF_8;

import ai.fomo.activities.dataset.BuildPhase;
import ai.fomo.activities.dataset.BuiltDataset;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.CopyRows;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.PostgresConnection;
import ai.fomo.worker.configuration.S3Connection;
import ai.fomo.worker.services.EmbeddedServices;
import ai.fomo.worker.services.Home;
import ai.fomo.worker.services.RunningServices;
import ai.fomo.worker.services.ServicesOfHome;
import ai.fomo.worker.wiring.DatasetBuilds;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * {@code fill ROWS}: a source of synthetic covers in the embedded PostgreSQL of FOMO_HOME. {@code build ROWS}: a dataset of it, with
 * the seconds of each phase.
 *
 * <p>Rows: 16 classes, the k-th with weight 1/k, one to three of them, mostly those of the artist; artists of very unequal size (the
 * share of the first is about N^-0.4 of all); 1 % exact copies; thumbnails whose spectrum falls as that of pictures does; 2 % of
 * them near copies of another (a change of at most 2 in each pixel).
 */
public final class DatasetGrowth {
    private static final int CLASSES = 16;
    private static final String SOURCE = "growth";
    private static final double[][] COSINES = cosines(Thumbnail.LUMA_SIDE);
    private static final double[][] CHROMA_COSINES = cosines(Thumbnail.CHROMA_SIDE);

    public static void main(String[] arguments) throws Exception {
        int rows = Integer.parseInt(arguments[1]);
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.putAll(Map.of("FOMO_POSTGRES_PORT", "0", "FOMO_S3_PORT", "0", "TEMPORAL_ADDRESS", "127.0.0.1:1"));
        Configuration configuration = Configuration.from(environment);
        Home.prepare(configuration.home());
        ServicesOfHome.Own own = (ServicesOfHome.Own) ServicesOfHome.joinOrStart(configuration, sentence -> {});
        try (EmbeddedServices services = own.services()) {
            RunningServices running = services.describe(false);
            PostgresConnection postgres = running.postgres();
            Migrate.migrate(postgres.jdbcUrl(), postgres.user(), postgres.password());
            try (Database database = Database.open(new DatabaseConfiguration(
                            postgres.jdbcUrl(), postgres.user(), postgres.password(), 4));
                    BlobStore blobs = BlobStore.open(bucket(running.s3()), database)) {
                blobs.ensureBucket();
                if (arguments[0].equals("fill")) {
                    fill(database, rows);
                } else {
                    build(database, blobs, rows);
                }
            }
        }
    }

    private static S3Configuration bucket(S3Connection s3) {
        return new S3Configuration(s3.endpoint(), s3.region(), s3.bucket(), s3.accessKey(), s3.secretKey());
    }

    private static void build(Database database, BlobStore blobs, int rows) {
        AtomicLong peak = peakAfterCollections();
        Map<BuildPhase, Double> seconds = new EnumMap<>(BuildPhase.class);
        BuildPhase[] current = new BuildPhase[1];
        long[] entered = {System.nanoTime()};
        long begin = System.nanoTime();
        BuiltDataset built = DatasetBuilds.over(database.jdbi(), blobs)
                .build(
                        new DatasetBuildRequest(SOURCE, 0, null, RareClassRule.standard()),
                        phase -> {
                            leave(current[0], entered[0], seconds);
                            current[0] = phase;
                            entered[0] = System.nanoTime();
                        });
        leave(current[0], entered[0], seconds);
        double total = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%d %.2f %.2f %.2f %.2f %.2f %d %d %d%n",
                rows,
                seconds.get(BuildPhase.READ),
                seconds.get(BuildPhase.SEARCH),
                seconds.get(BuildPhase.SPLIT),
                seconds.get(BuildPhase.SAVE),
                total,
                peak.get() >> 20,
                built.dataset().splits().total(),
                built.build().exclusions().size());
        System.err.println(built.dataset().splits() + " " + built.build().findings());
    }

    private static void leave(BuildPhase phase, long entered, Map<BuildPhase, Double> seconds) {
        if (phase != null) {
            seconds.put(phase, (System.nanoTime() - entered) / 1e9);
        }
    }

    /** The most bytes of heap that were in use after a collection. */
    private static AtomicLong peakAfterCollections() {
        AtomicLong peak = new AtomicLong();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> {
                                if (notification.getUserData() instanceof CompositeData data) {
                                    peak.accumulateAndGet(
                                            GarbageCollectionNotificationInfo.from(data)
                                                    .getGcInfo()
                                                    .getMemoryUsageAfterGc()
                                                    .values()
                                                    .stream()
                                                    .mapToLong(MemoryUsage::getUsed)
                                                    .sum(),
                                            Math::max);
                                }
                            },
                            null,
                            null);
        }
        return peak;
    }

    private static void fill(Database database, int rows) {
        new SourceStore(database.jdbi())
                .create(new Source(SOURCE, SourceKind.FILES, null, new Labelling.FromLabels()));
        int groups = rows / 10;
        database.jdbi().useTransaction(handle -> {
            try (CopyRows covers = CopyRows.into(
                    handle, "cover (source, external_id, image, item_group, given_split, width, height)")) {
                for (int row = 0; row < rows; row++) {
                    covers.field(SOURCE)
                            .field(name(row))
                            .field(image(row).hex())
                            .field("artist-" + group(row, groups))
                            .field((String) null)
                            .field(640)
                            .field(640)
                            .endRow();
                }
                covers.finish();
            }
            try (CopyRows labels = CopyRows.into(handle, "cover_label (source, external_id, label, kind)")) {
                for (int row = 0; row < rows; row++) {
                    for (int genre : classes(row, groups)) {
                        labels.field(SOURCE)
                                .field(name(row))
                                .field("genre-%02d".formatted(genre))
                                .field("FILE")
                                .endRow();
                    }
                }
                labels.finish();
            }
            try (CopyRows fingerprints =
                    CopyRows.into(handle, "image_fingerprint (image, version, hash, thumbnail)")) {
                for (int row = 0; row < rows; row++) {
                    if (original(row) != row) {
                        continue;
                    }
                    Thumbnail thumbnail = thumbnail(row);
                    fingerprints
                            .field(image(row).hex())
                            .field(Thumbnail.VERSION)
                            .field(thumbnail.isPlain() ? null : Long.toString(thumbnail.hash().bits()))
                            .field("\\x" + HexFormat.of().formatHex(thumbnail.pixels()))
                            .endRow();
                }
                fingerprints.finish();
            }
        });
        database.jdbi().useHandle(handle -> {
            handle.execute("set statement_timeout = '10min'");
            handle.execute("vacuum (analyze) cover, cover_label, image_fingerprint");
            handle.execute("checkpoint");
        });
    }

    private static String name(int row) {
        return "%08d.jpg".formatted(row);
    }

    /** The row whose bytes this one has. */
    private static int original(int row) {
        SplittableRandom random = new SplittableRandom(31L * row + 1);
        int candidate = row == 0 ? 0 : random.nextInt(row);
        return row > 0 && random.nextInt(100) == 0 && candidate % 7 != 0 ? firstOf(candidate) : row;
    }

    private static int firstOf(int row) {
        int original = original(row);
        return original == row ? row : firstOf(original);
    }

    private static Sha256 image(int row) {
        return Sha256.of(("image " + original(row)).getBytes(UTF_8));
    }

    private static int group(int row, int groups) {
        double u = new SplittableRandom(17L * original(row) + 5).nextDouble();
        return (int) (groups * Math.pow(u, 2.5));
    }

    /** Those of the original: near copies and copies agree, as they mostly do. */
    private static TreeSet<Integer> classes(int row, int groups) {
        int picture = picture(original(row));
        TreeSet<Integer> classes = new TreeSet<>();
        classes.add(skewed(new SplittableRandom(7L * group(picture, groups) + 3)));
        SplittableRandom random = new SplittableRandom(13L * picture + 11);
        while (classes.size() < 3 && random.nextInt(3) == 0) {
            classes.add(skewed(random));
        }
        return classes;
    }

    private static int skewed(SplittableRandom random) {
        double total = 0;
        for (int k = 1; k <= CLASSES; k++) {
            total += 1.0 / k;
        }
        double u = random.nextDouble() * total;
        for (int k = 1; k < CLASSES; k++) {
            u -= 1.0 / k;
            if (u < 0) {
                return k - 1;
            }
        }
        return CLASSES - 1;
    }

    /** The row whose picture this one shows. */
    private static int picture(int row) {
        SplittableRandom random = new SplittableRandom(41L * row + 9);
        int candidate = row == 0 ? 0 : random.nextInt(row);
        return row > 0 && random.nextInt(50) == 0 ? candidate : row;
    }

    private static Thumbnail thumbnail(int row) {
        int picture = picture(row);
        Random random = new Random(1_000_003L * picture + 77);
        byte[] pixels = new byte[Thumbnail.BYTES];
        int luma = Thumbnail.LUMA_SIDE * Thumbnail.LUMA_SIDE;
        int chroma = Thumbnail.CHROMA_SIDE * Thumbnail.CHROMA_SIDE;
        draw(random, COSINES, 60, pixels, 0);
        draw(random, CHROMA_COSINES, 25, pixels, luma);
        draw(random, CHROMA_COSINES, 25, pixels, luma + chroma);
        if (picture != row) {
            Random noise = new Random(row);
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) Math.max(0, Math.min(255, (pixels[i] & 0xFF) + noise.nextInt(5) - 2));
            }
        }
        return new Thumbnail(pixels);
    }

    /** Amplitudes fall with the frequency. */
    private static void draw(Random random, double[][] cosines, double amplitude, byte[] pixels, int from) {
        int side = cosines[0].length;
        double[][] rows = new double[8][side];
        for (int v = 0; v < 8; v++) {
            for (int u = 0; u < 8; u++) {
                double c = u + v == 0 ? 0 : amplitude * random.nextGaussian() / (u + v);
                for (int x = 0; x < side; x++) {
                    rows[v][x] += c * cosines[u][x];
                }
            }
        }
        double mean = 60 + 136 * random.nextDouble();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double value = mean;
                for (int v = 0; v < 8; v++) {
                    value += rows[v][x] * cosines[v][y];
                }
                pixels[from + y * side + x] = (byte) Math.max(0, Math.min(255, Math.round(value)));
            }
        }
    }

    private static double[][] cosines(int side) {
        double[][] cosines = new double[8][side];
        for (int u = 0; u < 8; u++) {
            for (int x = 0; x < side; x++) {
                cosines[u][x] = Math.cos(Math.PI * u * (x + 0.5) / side);
            }
        }
        return cosines;
    }
}
