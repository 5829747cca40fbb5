package ai.fomo.worker.lineage;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.registry.ModelName;
import ai.fomo.storage.poster.ClassificationStore;
import ai.fomo.storage.poster.RecordedClassification;
import ai.fomo.storage.registry.ModelRow;
import ai.fomo.storage.registry.ModelStore;
import ai.fomo.storage.training.RunRow;
import ai.fomo.storage.training.RunStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Finds what an id means. A run goes by its id; a model by version, alias or digest; a prediction by its poster's digest, of
 * which the first digits will do, with the model behind an {@code @} where several have answered, or by its workflow's id.
 */
public final class LineageSubjects {
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{6,64}");
    private static final Pattern WORKFLOW = Pattern.compile("poster-([0-9a-f]{64})-([0-9]+)");

    private final RunStore runs;
    private final ModelStore models;
    private final ClassificationStore classifications;

    public LineageSubjects(Jdbi jdbi) {
        this.runs = new RunStore(jdbi);
        this.models = new ModelStore(jdbi);
        this.classifications = new ClassificationStore(jdbi);
    }

    /**
     * @throws UnknownSubjectException in one sentence, where there is nothing of that id, or more than one thing
     * @throws ai.fomo.storage.registry.UnknownModelException where it names a model that there is not
     */
    public LineageSubject find(String id) {
        Optional<RunRow> run = id.isBlank() ? Optional.empty() : runs.find(new RunId(id));
        if (run.isPresent()) {
            return new LineageSubject.Run(run.get());
        }
        Optional<ModelName> name = ModelName.of(id);
        if (name.isPresent()
                && (!DIGITS.matcher(id).matches() || models.find(name.get()).isPresent())) {
            return new LineageSubject.Model(models.require(name.get()));
        }
        Matcher workflow = WORKFLOW.matcher(id);
        if (workflow.matches()) {
            return prediction(workflow.group(1), workflow.group(2))
                    .orElseThrow(() -> new UnknownSubjectException("no prediction of " + id + " is recorded"));
        }
        int at = id.indexOf('@');
        String digits = at < 0 ? id : id.substring(0, at);
        if (!DIGITS.matcher(digits).matches()) {
            throw unknown(id);
        }
        Optional<LineageSubject> prediction = prediction(digits, at < 0 ? null : id.substring(at + 1));
        return (prediction.isPresent() || at >= 0 ? prediction : model(digits)).orElseThrow(() -> unknown(id));
    }

    private Optional<LineageSubject> prediction(String digits, @Nullable String model) {
        Integer version = model == null ? null : models.require(model).version().version();
        List<RecordedClassification> found = classifications.findByPrefix(digits).stream()
                .filter(row -> version == null || row.classification().model().version() == version)
                .toList();
        List<String> posters = distinct(
                found.stream().map(row -> row.classification().poster()).map(Sha256::hex));
        if (posters.size() > 1) {
            throw new UnknownSubjectException("'" + digits + "' begins the digests of " + posters.size() + " posters, "
                    + posters.get(0).substring(0, 12) + " and " + posters.get(1).substring(0, 12)
                    + " among them; write more digits");
        }
        List<String> versions =
                distinct(found.stream().map(row -> row.classification().model().version()));
        if (versions.size() > 1) {
            throw new UnknownSubjectException("poster " + digits + " was classified by models "
                    + String.join(" and ", versions) + "; say which one is meant, as in " + digits + "@"
                    + versions.get(0));
        }
        // The latest: the same model may have answered on other evidence before.
        return found.stream().findFirst().map(LineageSubject.Prediction::new);
    }

    private Optional<LineageSubject> model(String digits) {
        List<ModelRow> found = models.list().stream()
                .filter(row -> row.version().digest().hex().startsWith(digits))
                .toList();
        if (found.size() > 1) {
            throw new UnknownSubjectException("'" + digits + "' begins the digests of models "
                    + found.stream()
                            .map(row -> String.valueOf(row.version().version()))
                            .collect(Collectors.joining(" and "))
                    + "; name one by its version");
        }
        return found.stream().findFirst().map(LineageSubject.Model::new);
    }

    private static List<String> distinct(Stream<?> values) {
        return values.map(Objects::toString).distinct().toList();
    }

    private static UnknownSubjectException unknown(String id) {
        return new UnknownSubjectException(
                "'" + id + "' is no run (fomo runs), no model (fomo models), and no prediction:"
                        + " a prediction is named by at least 6 digits of its poster's digest, as fomo classify --json gives it");
    }
}
