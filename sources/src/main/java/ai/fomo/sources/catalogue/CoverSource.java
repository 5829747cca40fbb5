package ai.fomo.sources.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.util.Optional;

/** An outside catalogue of album covers. Safe for use from several threads. Every method sends one request at most. */
public interface CoverSource {
    /**
     * Makes sure that the source lets us in, before anything is asked for.
     *
     * @throws SourceRefusedException where credentials are missing or wrong
     * @throws RateLimitedException as in {@link #list}
     * @throws SourceUnavailableException as in {@link #list}
     */
    void signIn();

    /**
     * One part of what there is of a genre. The same step gives the same listing as long as the catalogue does not change.
     * A token that has run out is renewed by a request before that one.
     *
     * @param genre as the source spells it
     * @throws RateLimitedException where the source wants to be left alone for a while
     * @throws SourceUnavailableException where trying again later can help
     * @throws SourceRefusedException where trying again cannot
     * @throws IllegalArgumentException where the cursor is not one of this source's
     */
    Listing list(String genre, Step step);

    /**
     * The bytes of an album's image, as the source sends them: of whatever type, and unchecked.
     *
     * @throws CoverRefusedException where this one image cannot be had, whatever happens to the others
     * @throws RateLimitedException as in {@link #list}
     * @throws SourceUnavailableException as in {@link #list}
     */
    byte[] image(String url);

    /** How many listings the source bears. */
    Pace pace();

    /** How many images the source bears; empty where it sets no limit. */
    Optional<Pace> imagePace();
}
