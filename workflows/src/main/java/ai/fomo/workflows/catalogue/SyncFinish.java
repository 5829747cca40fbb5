package ai.fomo.workflows.catalogue;

/** @param explanation one sentence */
public record SyncFinish(String source, String explanation) {}
