package ai.fomo.systemtests.harness;

/** When S3 is in the middle of something with a checkpoint's blob, as seen from between it and the worker. */
public enum Moment {
    /** S3 knows what is to come, and has no byte of it. */
    PUT_BEGINS("PUT"),
    PUT_HALFWAY("PUT"),
    /** S3 has the blob, and the worker does not know it yet. */
    PUT_ANSWERED("PUT"),
    /** S3 has not heard of it: the rows know already that nobody needs the blob. */
    REMOVAL_BEGINS("DELETE"),
    /** The blob is gone, and the worker does not know it yet. */
    REMOVAL_ANSWERED("DELETE");

    private final String method;

    Moment(String method) {
        this.method = method;
    }

    /** HTTP's. */
    String method() {
        return method;
    }

    /** Of a removal otherwise. */
    boolean isOfPut() {
        return method.equals("PUT");
    }

    boolean isOfTheAnswer() {
        return this == PUT_ANSWERED || this == REMOVAL_ANSWERED;
    }
}
