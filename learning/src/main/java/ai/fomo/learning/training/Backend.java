package ai.fomo.learning.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What trainings run on. Everything that trains starts it first. */
public final class Backend {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);
    private static final List<String> EXTENSIONS =
            List.of("-onednn-avx512", "-onednn-avx2", "-onednn", "-armcompute", "");

    private static @Nullable BackendInfo started;

    private Backend() {}

    /**
     * Has to come before any layer is made. Loads the natives, which takes seconds, and the first time on a machine longer: they
     * are unpacked. Called again, it answers what it has found.
     */
    public static synchronized BackendInfo start() {
        if (started == null) {
            OneDnnHelper.allow();
            started = describe();
            if (!started.oneDnnHelperActive()) {
                LOG.warn("Training layers of images will be several times slower: {}.", started.oneDnnHelper());
            }
        }
        return started;
    }

    private static BackendInfo describe() {
        Properties environment = Nd4j.getExecutioner().getEnvironmentInformation();
        Nd4jBackend backend = Nd4j.getBackend();
        String obstacle = OneDnnHelper.obstacle(backend);
        return new BackendInfo(
                backend.getClass().getName(),
                version(),
                classifier(),
                Nd4j.getEnvironment().maxThreads(),
                String.valueOf(environment.get("blas.vendor")),
                obstacle.isEmpty(),
                obstacle.isEmpty() ? "DL4J runs convolutions through oneDNN" : obstacle,
                cpuFeatures(),
                GpuInspection.describe());
    }

    private static String version() {
        Properties maven = new Properties();
        try (InputStream input = Nd4j.class.getResourceAsStream("/META-INF/maven/org.nd4j/nd4j-api/pom.properties")) {
            if (input != null) {
                maven.load(input);
            }
        } catch (IOException e) {
            return "unknown";
        }
        return maven.getProperty("version", "unknown");
    }

    /** By the natives on the class path, the first that JavaCPP would take. */
    private static String classifier() {
        String platform = Loader.getPlatform();
        for (String extension : EXTENSIONS) {
            String library = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + platform + extension + "/"
                    + System.mapLibraryName("jnind4jcpu");
            if (Nd4j.class.getResource(library) != null) {
                return platform + extension;
            }
        }
        return platform;
    }

    private static String cpuFeatures() {
        String classifier = classifier();
        if (classifier.endsWith("-avx512")) {
            return "AVX-512";
        }
        return classifier.endsWith("-avx2") ? "AVX2" : "baseline";
    }
}
