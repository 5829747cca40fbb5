package ai.fomo.systemtests.harness;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A blow that falls once, at a moment that was chosen before. */
public final class Strike {
    private final Moment moment;
    private final int number;
    private final BooleanSupplier counts;
    private final Runnable blow;
    private final CountDownLatch fallen = new CountDownLatch(1);
    private int counted;

    /**
     * @param number of the request, counted from 1; one that S3 refuses is let go, and the next one taken
     * @param counts whether a request that comes now is one of those
     */
    Strike(Moment moment, int number, BooleanSupplier counts, Runnable blow) {
        this.moment = moment;
        this.number = number;
        this.counts = counts;
        this.blow = blow;
    }

    Moment moment() {
        return moment;
    }

    /** Whether this request is the one. */
    synchronized boolean awaits(String method) {
        if (fallen.getCount() == 0 || !moment.method().equals(method) || !counts.getAsBoolean()) {
            return false;
        }
        counted++;
        return counted >= number;
    }

    /** Returns when the blow is done. */
    synchronized void fall() {
        blow.run();
        fallen.countDown();
    }

    /** How many requests had come by then, with the one it fell at. */
    public synchronized int fellAt() {
        return counted;
    }

    public void await(Duration limit) {
        try {
            if (!fallen.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("within " + limit + " there was no " + this);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public String toString() {
        return moment + " number " + number;
    }
}
