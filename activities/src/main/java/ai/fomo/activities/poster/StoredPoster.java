package ai.fomo.activities.poster;

import ai.fomo.domain.Sha256;

/** A poster that is in S3 and known to be usable. The array is shared, and must not be written to. */
@SuppressWarnings("ArrayRecordComponent") // identity is the digest; nothing compares two of these
record StoredPoster(Sha256 digest, byte[] image) {}
