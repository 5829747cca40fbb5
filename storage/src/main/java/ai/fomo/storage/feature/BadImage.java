package ai.fomo.storage.feature;

/**
 * Why an image of a dataset has no features.
 *
 * @param lost whether it is missing or damaged in S3, and may come back; otherwise it cannot be decoded
 */
public record BadImage(String reason, boolean lost) {}
