package ai.fomo.storage.poster;

import static ai.fomo.storage.Examples.digest;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.storage.Examples;
import ai.fomo.storage.TestDatabase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ClassificationStoreIT {
    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static int model;

    private final PosterStore posters = new PosterStore(DATABASE.jdbi());
    private final ClassificationStore classifications = new ClassificationStore(DATABASE.jdbi());

    @BeforeAll
    static void registerModel() {
        ModelVersion version = Examples.registeredModel(DATABASE.jdbi(), "classifier");
        model = version.version();
    }

    @Test
    void aClassificationComesBackWithItsScoresInTheOrderOfTheClasses() {
        Classification given = classification(poster("round"), 0.75, Evidence.imageOnly());

        classifications.record(given);

        assertThat(classifications.of(given.poster())).containsExactly(given);
        assertThat(classifications.of(given.poster()).get(0).scores().keySet())
                .containsExactly("Techno", "Jazz", "Rock");
    }

    @Test
    void theFirstAnswerToAQuestionStays() {
        Sha256 poster = poster("repeated");
        Classification first = classification(poster, 0.75, Evidence.imageOnly());
        classifications.record(first);

        classifications.record(classification(poster, 0.5, Evidence.imageOnly()));

        assertThat(classifications.of(poster)).containsExactly(first);
    }

    @Test
    void otherEvidenceIsAnotherClassification() {
        Sha256 poster = poster("evidence");
        Classification image = classification(poster, 0.75, Evidence.imageOnly());
        Classification text = classification(poster, 0.9, new Evidence(true, true, false, true, List.of("Jeff Mills")));
        classifications.record(image);
        classifications.record(text);

        assertThat(classifications.of(poster)).containsExactly(text, image);
    }

    @Test
    void aPosterIsAddedOnce() {
        posters.add(digest("poster"), 600, 900);
        posters.add(digest("poster"), 600, 900);

        assertThat(posters.contains(digest("poster"))).isTrue();
        assertThat(posters.contains(digest("another"))).isFalse();
    }

    private Sha256 poster(String name) {
        posters.add(digest(name), 600, 900);
        return digest(name);
    }

    private static Classification classification(Sha256 poster, double confidence, Evidence evidence) {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("Techno", confidence);
        scores.put("Jazz", 1 / 3.0);
        scores.put("Rock", 1e-9);
        return new Classification(
                poster,
                new Classification.ModelReference(model, digest("taxonomy")),
                List.of(new GenreConfidence("Techno", confidence, false)),
                scores,
                evidence);
    }
}
