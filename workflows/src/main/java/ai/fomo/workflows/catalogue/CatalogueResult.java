package ai.fomo.workflows.catalogue;

/**
 * @param covers in the catalogue of this source now
 * @param added by this run
 * @param refused images that could not be used, each recorded with its reason
 */
public record CatalogueResult(int covers, int added, int refused) {
    public CatalogueResult plus(CataloguePageResult page) {
        return new CatalogueResult(covers, added + page.added(), refused + page.refused());
    }
}
