package ai.fomo.domain.catalogue;

/**
 * What the paces of an outside source's requests are kept under. Who asks one server shares them, whatever it is asked for.
 *
 * @param listings of the API
 * @param images of what serves the images: another server as a rule, and another pace
 */
public record PaceNames(String listings, String images) {
    private static final String IMAGES = "-covers";

    /** Of an API, and of the images that belong to it. */
    public static PaceNames of(String api) {
        return of(api, api);
    }

    /** Of an API whose images belong to another one. */
    public static PaceNames of(String api, String apiOfImages) {
        return new PaceNames(api, apiOfImages + IMAGES);
    }
}
