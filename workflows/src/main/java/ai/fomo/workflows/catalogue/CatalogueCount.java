package ai.fomo.workflows.catalogue;

/** Covers that the catalogue holds of a source. */
public record CatalogueCount(int covers) {}
