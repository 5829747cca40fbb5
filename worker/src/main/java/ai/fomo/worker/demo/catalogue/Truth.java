package ai.fomo.worker.demo.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a client that asks for some genres until nothing is left must end with, and the fewest requests for it.
 *
 * @param covers one for each address of an image
 * @param withoutImage entries that have none
 * @param tokens one; more where a token lives shorter than the client runs, which only the client's pace decides
 * @param searches parts of the lists that the searches give, each as long as the API allows
 * @param listings parts of the lists of albums
 */
public record Truth(List<TrueCover> covers, int withoutImage, int tokens, int searches, int listings) {
    public Truth {
        covers = List.copyOf(covers);
    }

    /** Each address is asked for once, whether or not the image turns out to be usable. */
    public int images() {
        return covers.size();
    }

    public int leastRequests() {
        return tokens + searches + listings + images();
    }

    /** Distinct pictures that can be had, with the ids of the albums that have them. */
    public Map<String, Set<String>> pictures() {
        Map<String, Set<String>> pictures = new TreeMap<>();
        obtainable()
                .forEach(cover -> pictures.computeIfAbsent(cover.picture(), key -> new TreeSet<>())
                        .addAll(cover.albums()));
        return pictures;
    }

    /** Ids of the albums whose cover can be had. */
    public Set<String> albums() {
        return obtainable().stream().flatMap(cover -> cover.albums().stream()).collect(Collectors.toSet());
    }

    public List<TrueCover> obtainable() {
        return covers.stream().filter(TrueCover::canBeHad).toList();
    }

    public List<TrueCover> lost() {
        return covers.stream().filter(cover -> !cover.canBeHad()).toList();
    }
}
