package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import org.jspecify.annotations.Nullable;

/** Whether a source lets us in; where it never will, the activity fails for good. */
public sealed interface SignInResult permits SignInResult.SignedIn, RateLimited {
    /** @param coverPace how many of its covers may be asked for; null where there is no limit */
    record SignedIn(@Nullable Pace coverPace) implements SignInResult {}
}
