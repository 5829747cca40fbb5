package ai.fomo.worker.view;

import ai.fomo.domain.feature.EncoderId;

/** Words for where things come from. */
final class Provenances {
    private Provenances() {}

    static String encoder(EncoderId encoder) {
        return encoder.name() + ", weights " + encoder.weights().abbreviated() + ", " + encoder.runtime()
                + ", preprocessing " + encoder.preprocessing() + ", " + encoder.dimension() + " features";
    }
}
