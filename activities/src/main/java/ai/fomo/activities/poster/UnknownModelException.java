package ai.fomo.activities.poster;

/** A model was asked for that there is not. */
public final class UnknownModelException extends RuntimeException {
    private UnknownModelException(String message) {
        super(message);
    }

    static UnknownModelException noChampion() {
        return new UnknownModelException(
                "there is no champion yet: train and promote a model with: fomo retrain --dataset NAME");
    }

    public static UnknownModelException noVersion(String version) {
        return new UnknownModelException(
                "there is no model version '" + version + "'; list those there are with: fomo models");
    }
}
