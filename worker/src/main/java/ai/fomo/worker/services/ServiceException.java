package ai.fomo.worker.services;

/** An embedded service cannot run; the message says which, why, and what to do. */
public final class ServiceException extends RuntimeException {
    public ServiceException(String sentence) {
        super(sentence);
    }

    public ServiceException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
