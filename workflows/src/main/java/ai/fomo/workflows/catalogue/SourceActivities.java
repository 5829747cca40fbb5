package ai.fomo.workflows.catalogue;

import io.temporal.activity.ActivityInterface;

/** Talks to the API of an outside source, on the task queue of that source. */
@ActivityInterface
public interface SourceActivities {
    /** Fails for good where credentials are missing or wrong, or the source is none of the web. */
    SignInResult signIn(SignInRequest request);

    /**
     * Sends the next request that a genre needs: the albums of an artist that was found, otherwise the next part of the
     * search, otherwise a check whether the search has grown. What is next is in the rows, which move with the answer: an
     * attempt whose result was lost is not sent again.
     */
    ListingResult listAlbums(ListingRequest request);
}
