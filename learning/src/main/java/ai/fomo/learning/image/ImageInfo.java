package ai.fomo.learning.image;

/**
 * What an image says of itself.
 *
 * @param width in pixels as stored, before any rotation that EXIF asks for
 * @param height in pixels, likewise
 */
public record ImageInfo(ImageType type, int width, int height) {}
