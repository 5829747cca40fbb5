package ai.fomo.storage.registry;

import ai.fomo.domain.registry.ModelName;
import ai.fomo.domain.registry.ModelName.Alias;
import ai.fomo.domain.registry.ModelVersion;
import org.jdbi.v3.core.Handle;

/** A model was asked for that there is not; says which there are. */
public final class UnknownModelException extends RuntimeException {
    private UnknownModelException(String message) {
        super(message);
    }

    /** Neither a version nor an alias. */
    static UnknownModelException notAName(String text, Handle handle) {
        return new UnknownModelException(
                "'" + text + "' names no model: a model is called champion, previous, or by its" + " version; "
                        + available(handle));
    }

    static UnknownModelException of(ModelName name, Handle handle) {
        String what = "there is no model " + name;
        if (name instanceof Alias alias) {
            what = alias == Alias.CHAMPION
                    ? "there is no champion yet"
                    : "no model was the champion before the one in use";
        }
        return new UnknownModelException(what + "; " + available(handle));
    }

    /** Versions have no gaps, so that the last one says them all. */
    private static String available(Handle handle) {
        int last = handle.createQuery("select coalesce(max(version), 0) from model")
                .mapTo(int.class)
                .one();
        if (last == 0) {
            return "train a first one with: fomo retrain --dataset NAME";
        }
        String versions = last == 1 ? "there is only model 1" : "there are models 1 to " + last;
        return versions + champion(handle) + ", see: fomo models";
    }

    private static String champion(Handle handle) {
        return Aliases.find(handle, Alias.CHAMPION)
                .map(ModelVersion::version)
                .map(version -> " (the champion is " + version + ")")
                .orElse("");
    }
}
