package ai.fomo.worker.demo.catalogue;

/** How a single answer goes wrong; the same request, sent again, may be answered. */
public enum FaultKind {
    /** 401, and every token that was given no longer counts. */
    TOKEN_WITHDRAWN,
    /** 429 with a Retry-After of seconds, or 503 where the API says it that way. */
    SHORT_WAIT,
    /** The same with half a day. */
    LONG_WAIT,
    INTERNAL_ERROR,
    BAD_GATEWAY,
    UNAVAILABLE,
    /** The right answer, later than anyone waits. */
    SLOW,
    /** The connection ends in the middle of a body whose length was said. */
    CUT,
    /** The connection ends in the middle of a body whose length was not said. */
    CUT_CHUNKED,
    /** 200, and the first half of a document. */
    HALF_DOCUMENT,
    /** 200, and no document at all. */
    NO_DOCUMENT;

    /** Whether such a thing happens there: images need no token, and a whole answer that is no image is final. */
    boolean befalls(Host host) {
        return switch (this) {
            case TOKEN_WITHDRAWN -> host == Host.API;
            case HALF_DOCUMENT, NO_DOCUMENT -> host == Host.API || host == Host.TOKENS;
            case SHORT_WAIT, LONG_WAIT, INTERNAL_ERROR, BAD_GATEWAY, UNAVAILABLE, SLOW, CUT, CUT_CHUNKED -> true;
        };
    }
}
