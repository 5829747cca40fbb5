package ai.fomo.worker.demo.catalogue;

import java.util.List;

/** What one catalogue of the world answers. Rates, faults and the log are the server's. */
interface Service {
    Host hostOf(Asked asked);

    Answer answer(Asked asked);

    /** @param seconds to wait before the next request */
    Answer tooMany(Host host, long seconds);

    /** An answer without content, in the form that errors of that host have. */
    Answer failure(Host host, int status);

    /** No token that was given counts any longer. */
    void withdrawTokens();

    Truth truth(List<String> genres);
}
