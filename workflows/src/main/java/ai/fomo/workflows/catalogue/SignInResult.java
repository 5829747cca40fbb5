package ai.fomo.workflows.catalogue;

/** Whether a source lets us in; where it never will, the activity fails for good. */
public sealed interface SignInResult permits SignInResult.SignedIn, RateLimited {
    record SignedIn() implements SignInResult {}
}
