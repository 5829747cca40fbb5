package ai.fomo.worker.demo.catalogue;

import java.util.Set;

/**
 * What there is to be had at one address of an image.
 *
 * @param url of the widest image
 * @param picture the same for covers of the same bytes, and for them alone
 * @param albums ids of the entries that have it
 * @param artists ids of the artists in whose lists it is
 * @param labels what the catalogue says of those artists, or tags the albums with
 * @param queries genres whose search leads there
 * @param canBeHad whether the image, once asked for, is a usable one
 */
public record TrueCover(
        String url,
        String picture,
        Set<String> albums,
        Set<String> artists,
        Set<String> labels,
        Set<String> queries,
        boolean canBeHad) {
    public TrueCover {
        albums = Set.copyOf(albums);
        artists = Set.copyOf(artists);
        labels = Set.copyOf(labels);
        queries = Set.copyOf(queries);
    }
}
