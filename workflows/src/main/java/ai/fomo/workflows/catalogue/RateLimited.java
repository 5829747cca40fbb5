package ai.fomo.workflows.catalogue;

import java.time.Instant;

/**
 * Nothing was asked, or the source did not want to be asked: it may be from then on.
 *
 * @param api what is closed, e.g. {@code spotify}
 * @param until never in the past by more than clocks differ
 * @param asked whether the source said so, by Retry-After; otherwise it is our own pace
 */
public record RateLimited(String api, Instant until, boolean asked)
        implements SignInResult, ListingResult, CoverResult {}
