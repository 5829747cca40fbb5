package ai.fomo.worker.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.activities.evaluation.EarlierEvaluationException;
import ai.fomo.activities.evaluation.Reports;
import ai.fomo.activities.evaluation.StoredEvaluations;
import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.evaluation.Bootstrap;
import ai.fomo.domain.evaluation.Evaluation;
import ai.fomo.domain.evaluation.EvaluationDetail;
import ai.fomo.domain.evaluation.EvaluationSource;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.Judgement;
import ai.fomo.domain.evaluation.TrainingOverlap;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.migrations.Migrate;
import ai.fomo.storage.Database;
import ai.fomo.storage.DatabaseConfiguration;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.storage.blob.BlobMissingException;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.blob.S3Configuration;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit calls start first
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoredEvaluationsIT {
    private static final RunId RUN = new RunId("retrain-posters-3");
    private static final String HINT =
            "the evaluation of run retrain-posters-3 was recorded by an earlier version; judge the"
                    + " model again with: fomo evaluate --model 3 --again";

    private EmbeddedPostgres postgres;
    private S3Proxy s3;
    private Database database;
    private BlobStore blobs;
    private StoredEvaluations evaluations;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        postgres = EmbeddedPostgres.builder().start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        Migrate.migrate(url, "postgres", "");
        database = Database.open(new DatabaseConfiguration(url, "postgres", "", 2));
        s3 = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "key", "secret")
                .blobStore(
                        new FilesystemNio2BlobStore(directory.toAbsolutePath().toString()))
                .ignoreUnknownHeaders(true)
                .build();
        s3.start();
        blobs = BlobStore.open(
                new S3Configuration("http://127.0.0.1:" + s3.getPort(), "us-east-1", "fomo", "key", "secret"),
                database);
        blobs.ensureBucket();
        evaluations = new StoredEvaluations(blobs);
    }

    @AfterAll
    void stop() throws Exception {
        blobs.close();
        s3.stop();
        database.close();
        postgres.close();
    }

    @Test
    void anEvaluationComesBackAsItWasStored() {
        Evaluation evaluation = evaluation(Evaluation.FORMAT);
        Sha256 report = blobs.put(BlobKind.EVALUATIONS, Reports.toBytes(evaluation));

        assertThat(evaluations.read(RUN, 3, report)).isEqualTo(evaluation);
    }

    @Test
    void whatAnEarlierVersionStoredSaysHowToHaveItAnew() {
        byte[] old = "{\"run\":\"retrain-posters-3\",\"items\":3,\"figures\":{\"microF1\":0.4}}".getBytes(UTF_8);
        Sha256 elsewhere = blobs.put(BlobKind.REPORTS, old);
        Sha256 otherForm = blobs.put(BlobKind.EVALUATIONS, "{\"scores\":[]}".getBytes(UTF_8));
        Sha256 otherRules = blobs.put(BlobKind.EVALUATIONS, Reports.toBytes(evaluation(Evaluation.FORMAT - 1)));

        for (Sha256 report : List.of(elsewhere, otherForm, otherRules)) {
            assertThatThrownBy(() -> evaluations.read(RUN, 3, report))
                    .isInstanceOf(EarlierEvaluationException.class)
                    .hasMessage(HINT);
        }
        assertThatThrownBy(() -> evaluations.read(RUN, null, elsewhere)).hasMessageContaining("fomo models lists");
    }

    @Test
    void whatIsNowhereIsLost() {
        assertThatThrownBy(() -> evaluations.read(RUN, 3, digest("lost"))).isInstanceOf(BlobMissingException.class);
    }

    private static Evaluation evaluation(int format) {
        return new Evaluation(
                format,
                new EvaluationSource(
                        RUN,
                        new ModelVersion(3, digest("model")),
                        digest("dataset"),
                        digest("scores"),
                        null,
                        null,
                        new TrainingOverlap(List.of(), 0, 0, 0, List.of()),
                        Bootstrap.none(),
                        null),
                new Judgement(3, 3, 1.0, new Figures(Map.of()), List.of(), null),
                null,
                List.of(),
                List.of(),
                new EvaluationDetail(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private static Sha256 digest(String text) {
        return Sha256.of(text.getBytes(UTF_8));
    }
}
