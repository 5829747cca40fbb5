package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.SourceKind;

/**
 * @param source name of a source that is registered
 * @param coversPerGenre stop asking for a genre at this many covers; 0 for all that there are
 */
public record CatalogueRequest(String source, SourceKind kind, int coversPerGenre) {}
