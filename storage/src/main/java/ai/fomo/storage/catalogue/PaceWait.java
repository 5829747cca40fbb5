package ai.fomo.storage.catalogue;

import java.time.Instant;

/**
 * Why a request is not sent now.
 *
 * @param until when it may be
 * @param asked whether the API said so; otherwise it is our own pace
 */
public record PaceWait(Instant until, boolean asked) {}
