package ai.fomo.workflows.catalogue;

/** @param album the source's own id */
public record CoverRequest(String source, String album) {}
