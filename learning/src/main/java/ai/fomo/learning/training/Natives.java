package ai.fomo.learning.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J's native libraries, by what is on the class path. */
final class Natives {
    /** The first that is there is the one that JavaCPP takes. */
    private static final List<String> CPU = List.of("-onednn-avx512", "-onednn-avx2", "-onednn", "-armcompute", "");

    private static final List<String> CUDA = List.of("-cudnn", "");

    private Natives() {}

    static String version() {
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

    static String ofCpu() {
        return classifier("cpu/nativecpu", "jnind4jcpu", CPU);
    }

    static String ofCuda() {
        return "cuda-11.6-" + classifier("jcublas", "jnind4jcuda", CUDA);
    }

    private static String classifier(String backend, String library, List<String> extensions) {
        String platform = Loader.getPlatform();
        for (String extension : extensions) {
            String resource = "/org/nd4j/linalg/" + backend + "/bindings/" + platform + extension + "/"
                    + System.mapLibraryName(library);
            if (Nd4j.class.getResource(resource) != null) {
                return platform + extension;
            }
        }
        return platform;
    }
}
