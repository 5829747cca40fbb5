package ai.fomo.worker.page;

/**
 * An image inside a page.
 *
 * @param uri {@code data:image/jpeg;base64,...}
 * @param alternative what somebody is told who does not see it
 */
public record Picture(String uri, int width, int height, String alternative) {}
