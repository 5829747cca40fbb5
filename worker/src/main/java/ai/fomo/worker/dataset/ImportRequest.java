package ai.fomo.worker.dataset;

import java.nio.file.Path;

/**
 * What a person asked to import.
 *
 * @param images directory that the file names of the CSV are relative to
 * @param ignoreUnknownLabels whether labels that lead to no class are counted instead of refused
 */
public record ImportRequest(String name, Path csv, Path images, LabelRules rules, boolean ignoreUnknownLabels) {}
