package ai.fomo.workflows.dataset;

/** @param source name of a source whose covers are in the catalogue */
public record FingerprintRequest(String source) {}
