package ai.fomo.worker.command;

import ai.fomo.domain.training.Preset;
import ai.fomo.domain.training.Presets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The presets with their purposes, as the help lists them. */
final class PresetNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        List<String> lines = new ArrayList<>();
        for (Preset preset : Presets.all()) {
            lines.add("%n  " + preset.name() + " (on " + preset.encoder() + "): " + preset.purpose());
        }
        return lines.iterator();
    }
}
