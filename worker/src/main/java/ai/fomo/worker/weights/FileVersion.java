package ai.fomo.worker.weights;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which file a server has at an address, as far as it says.
 *
 * @param tag its ETag; empty where it has none
 * @param length of the whole file in bytes; -1 where it is unknown
 */
record FileVersion(String tag, long length) {
    static final FileVersion UNKNOWN = new FileVersion("", -1);

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");

    /** Of a whole file. */
    static FileVersion ofWhole(HttpResponse<?> response) {
        return new FileVersion(
                tag(response.headers()),
                response.headers().firstValueAsLong("content-length").orElse(-1));
    }

    /** Whether the response is the rest from there on, of the file that this is. */
    boolean continuesWith(HttpResponse<?> response, long from) {
        Matcher range =
                RANGE.matcher(response.headers().firstValue("content-range").orElse(""));
        return range.matches()
                && Long.parseLong(range.group(1)) == from
                && Long.parseLong(range.group(2)) == length
                && tag.equals(tag(response.headers()));
    }

    private static String tag(HttpHeaders headers) {
        return headers.firstValue("etag").orElse("").strip();
    }
}
