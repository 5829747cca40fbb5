package ai.fomo.learning.training;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.config.ND4JClassLoading;

/** ND4J's CUDA backend, where this build has brought it along; looked at without loading it. */
final class CudaBuild {
    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

    private CudaBuild() {}

    static boolean isThere() {
        return backend() != null;
    }

    /**
     * Hides it from ND4J in this process. ND4J takes the backend of the highest priority, which is CUDA's, and would have that changed
     * by the environment only; that of a process cannot be set from within. Before ND4J is loaded, else it is too late.
     */
    static void hide() {
        URL backend = backend();
        if (backend != null) {
            String address = backend.toString();
            String jar = address.substring(0, address.length() - BACKEND.length());
            ND4JClassLoading.setNd4jClassloader(new WithoutServices(ND4JClassLoading.getNd4jClassloader(), jar));
        }
    }

    private static @Nullable URL backend() {
        return CudaBuild.class.getClassLoader().getResource(BACKEND);
    }

    /** The classes of its parent; only nobody finds what one jar offers as a service. */
    private static final class WithoutServices extends ClassLoader {
        private static final String SERVICES = "META-INF/services/";

        private final String hidden;

        WithoutServices(ClassLoader parent, String hidden) {
            super(parent);
            this.hidden = hidden;
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> all = super.getResources(name);
            return name.startsWith(SERVICES)
                    ? Collections.enumeration(Collections.list(all).stream()
                            .filter(resource -> !resource.toString().startsWith(hidden))
                            .toList())
                    : all;
        }
    }
}
