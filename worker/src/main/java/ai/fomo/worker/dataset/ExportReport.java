package ai.fomo.worker.dataset;

import ai.fomo.domain.Sha256;
import java.nio.file.Path;
import java.util.List;

/**
 * What an export came to; also its JSON.
 *
 * @param importCommand arguments of {@code fomo} that bring it in again, as a dataset with the same digest
 * @param notes what keeps that digest from being the same, one sentence each
 */
public record ExportReport(Sha256 digest, Path directory, int images, List<String> importCommand, List<String> notes) {
    public ExportReport {
        importCommand = List.copyOf(importCommand);
        notes = List.copyOf(notes);
    }
}
