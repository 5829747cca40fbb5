package ai.fomo.worker.wiring;

import ai.fomo.activities.training.Provenance;
import ai.fomo.learning.training.Backend;
import ai.fomo.learning.training.BackendInfo;
import ai.fomo.learning.training.Device;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What models of this process are made by; found out when the first one is made, because it loads ND4J's natives. */
final class ProcessProvenance implements Supplier<Provenance> {
    private final Device device;
    private @Nullable Provenance found;

    ProcessProvenance(Device device) {
        this.device = device;
    }

    @Override
    public synchronized Provenance get() {
        if (found == null) {
            BackendInfo backend = Backend.start(device);
            found = new Provenance(
                    Objects.requireNonNullElse(
                            ProcessProvenance.class.getPackage().getImplementationVersion(), "development"),
                    Runtime.version() + " (" + System.getProperty("java.vendor") + ")",
                    backend.backend() + " " + backend.version() + " " + backend.classifier() + ", " + backend.threads()
                            + " threads, " + backend.blas());
        }
        return found;
    }
}
