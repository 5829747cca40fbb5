package ai.fomo.workflows.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.LabelDrift;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.SplitCounts;
import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetOf;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.feature.EncoderId;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.registry.ModelVersion;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.domain.training.Presets;
import ai.fomo.domain.training.TrainingConfiguration;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.LeakCount;
import ai.fomo.workflows.feature.FeatureRequest;
import ai.fomo.workflows.registry.PromotionRequest;
import ai.fomo.workflows.retrain.Approval;
import ai.fomo.workflows.retrain.RetrainRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.DataConverter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadConverterTest {
    private static final Sha256 DIGEST = Sha256.of("content".getBytes(StandardCharsets.UTF_8));
    private static final ObjectMapper MAPPER = PayloadConverter.mapper();

    private record Kind(Class<?> type, Object value, String json) {}

    static Stream<Kind> sealedTypes() {
        return Stream.of(
                new Kind(
                        Labelling.class,
                        new Labelling.Mapped(DIGEST),
                        "{\"kind\":\"mapped\",\"map\":\"" + DIGEST + "\"}"),
                new Kind(Labelling.class, new Labelling.FromLabels(), "{\"kind\":\"fromLabels\"}"),
                new Kind(
                        TrainingOutcome.class,
                        new TrainingOutcome.Converged(9, 4, 0.25, DIGEST),
                        "{\"kind\":\"converged\",\"epochs\":9,\"bestEpoch\":4,\"validationLoss\":0.25,\"weights\":\""
                                + DIGEST + "\"}"),
                new Kind(
                        TrainingOutcome.class,
                        new TrainingOutcome.Diverged(2, 0.5),
                        "{\"kind\":\"diverged\",\"epoch\":2,\"learningRate\":0.5}"),
                new Kind(
                        PromotionOutcome.class,
                        new PromotionOutcome.Promoted(1, new ModelVersion(3, DIGEST)),
                        "{\"kind\":\"promoted\",\"number\":1,\"champion\":{\"version\":3,\"digest\":\"" + DIGEST
                                + "\"}}"),
                new Kind(PromotionOutcome.class, new PromotionOutcome.Superseded(null), "{\"kind\":\"superseded\"}"),
                new Kind(Approval.class, new Approval.Automatic(), "{\"kind\":\"automatic\"}"),
                new Kind(
                        Approval.class,
                        new Approval.ByPerson(Duration.ofHours(36)),
                        "{\"kind\":\"byPerson\",\"timeLimit\":\"PT36H\"}"),
                new Kind(SubsetSize.class, new SubsetSize.Fraction(0.25), "{\"kind\":\"fraction\",\"fraction\":0.25}"),
                new Kind(SubsetSize.class, new SubsetSize.Count(500), "{\"kind\":\"count\",\"images\":500}"));
    }

    @Test
    void anEncoderFromBeforeThereWereViewsSeesTheOriginal() throws Exception {
        String before = "{\"name\":\"tiny\",\"weights\":\"" + DIGEST
                + "\",\"runtime\":\"onnxruntime-1.29.0\",\"preprocessing\":1,\"dimension\":4}";

        assertThat(MAPPER.readValue(before, EncoderId.class))
                .isEqualTo(new EncoderId("tiny", DIGEST, "onnxruntime-1.29.0", 1, 4));
    }

    @Test
    void aRequestForFeaturesOfMirroredImagesComesBack() throws Exception {
        FeatureRequest mirror = new FeatureRequest(DIGEST, "tiny", View.MIRROR);
        String original = "{\"dataset\":\"" + DIGEST + "\",\"encoder\":\"tiny\"}";

        assertThat(MAPPER.writeValueAsString(mirror)).contains("\"view\":\"mirror\"");
        assertThat(MAPPER.readValue(MAPPER.writeValueAsString(mirror), FeatureRequest.class))
                .isEqualTo(mirror);
        assertThat(MAPPER.readValue(original, FeatureRequest.class)).isEqualTo(new FeatureRequest(DIGEST, "tiny"));
        assertThat(MAPPER.writeValueAsString(new FeatureRequest(DIGEST, "tiny")))
                .isEqualTo(original);
    }

    @Test
    void aConfigurationFromBeforeThereWasALossToChooseReadsAsThePlainOne() throws Exception {
        String before = """
                {"preset":"small","hiddenUnits":[256],"dropout":0.5,"learningRate":3.0E-4,"weightDecay":1.0,\
                "batch":128,"epochs":30,"patience":5,"seed":7}""";

        assertThat(MAPPER.readValue(before, TrainingConfiguration.class))
                .isEqualTo(new TrainingConfiguration("small", List.of(256), 0.5, 3e-4, 1.0, 128, 30, 5, 7));
    }

    @ParameterizedTest
    @MethodSource("sealedTypes")
    void whatIsSealedCarriesItsKindAndComesBack(Kind kind) throws Exception {
        assertThat(MAPPER.readTree(MAPPER.writerFor(kind.type).writeValueAsString(kind.value)))
                .isEqualTo(MAPPER.readTree(kind.json));
        assertThat((Object) MAPPER.readValue(kind.json, kind.type)).isEqualTo(kind.value);
    }

    /** Sealed types that a converter forgot would only be missed at run time, inside a workflow. */
    @ParameterizedTest
    @MethodSource("sealedClasses")
    void everyPermittedKindIsTried(Class<?> sealed) {
        Stream<Class<?>> tried = sealedTypes().map(kind -> kind.value.getClass());

        assertThat(tried.filter(sealed::isAssignableFrom).map(Class::getName))
                .containsExactlyInAnyOrderElementsOf(Stream.of(sealed.getPermittedSubclasses())
                        .map(Class::getName)
                        .toList());
    }

    static Stream<Class<?>> sealedClasses() {
        return Stream.of(
                Labelling.class, TrainingOutcome.class, PromotionOutcome.class, Approval.class, SubsetSize.class);
    }

    static Stream<Object> records() {
        return Stream.of(
                new RetrainRequest(
                        "demo",
                        SourceKind.SPOTIFY,
                        40,
                        "efficientnet-lite0",
                        Presets.named(Presets.SMALL, 7),
                        new Approval.ByPerson(Duration.ofMinutes(5))),
                new RetrainRequest(
                        "demo",
                        SourceKind.FILES,
                        40,
                        "efficientnet-lite0",
                        Presets.named(Presets.SMALL, 7),
                        new Approval.Automatic(),
                        new Subset(new SubsetSize.Fraction(0.1), 3),
                        new RareClassRule(RareClassRule.Treatment.DROP, 12),
                        "posters",
                        List.of("jazz")),
                new DatasetBuildResult(
                        new Dataset(
                                DIGEST,
                                "demo",
                                new Labelling.FromLabels(),
                                0,
                                List.of("Jazz"),
                                new SplitCounts(8, 1, 1),
                                new SubsetOf(DIGEST, new Subset(new SubsetSize.Count(9), 0))),
                        3,
                        Map.of("copy", 3),
                        List.of(new LeakCount("near-copy", 2, 1)),
                        List.of("one sentence"),
                        new LabelDrift(DIGEST, 0.25, List.of(new LabelDrift.ClassDrift("Jazz", 0.5, 0.75)))),
                new PromotionRequest(
                        new RunId("retrain-demo-1"), "first", new ModelVersion(2, DIGEST), null, "auto", "passed"));
    }

    @ParameterizedTest
    @MethodSource("records")
    void recordsTravelAsPlainJsonWithoutClassNames(Object value) {
        DataConverter converter = PayloadConverter.dataConverter();
        var payload = converter.toPayload(value).orElseThrow();

        assertThat(payload.getData().toStringUtf8()).startsWith("{").doesNotContain("ai.fomo", "java.", "null");
        assertThat((Object) converter.fromPayload(payload, value.getClass(), value.getClass()))
                .isEqualTo(value);
    }

    @Test
    void aBuildResultOfAnEarlierVersionHasNothingToReport() throws Exception {
        Dataset dataset =
                new Dataset(DIGEST, "demo", new Labelling.FromLabels(), 0, List.of("Jazz"), new SplitCounts(8, 1, 1));
        String earlier = "{\"dataset\":" + MAPPER.writeValueAsString(dataset) + ",\"excluded\":4}";

        assertThat(MAPPER.readValue(earlier, DatasetBuildResult.class))
                .isEqualTo(new DatasetBuildResult(dataset, 4, Map.of(), List.of(), List.of(), null));
    }

    @Test
    void digestsAndRunsAreStrings() throws Exception {
        assertThat(MAPPER.writeValueAsString(DIGEST)).isEqualTo("\"" + DIGEST + "\"");
        assertThat(MAPPER.writeValueAsString(List.of(new RunId("retrain-demo-1"))))
                .isEqualTo("[\"retrain-demo-1\"]");
        assertThat(MAPPER.readValue("\"" + DIGEST + "\"", Sha256.class)).isEqualTo(DIGEST);
    }

    @Test
    void whatIsNoDigestIsRefused() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> MAPPER.readValue("\"../../etc/passwd\"", Sha256.class));
    }

    @Test
    void anUnknownKindIsRefused() {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> MAPPER.readValue("{\"kind\":\"java.lang.Runtime\"}", Labelling.class));
    }

    @Test
    void aFieldFromALaterVersionIsIgnored() throws Exception {
        record Holder(@Nullable String known) {}

        assertThat(MAPPER.readValue("{\"known\":\"a\",\"later\":1}", Holder.class))
                .isEqualTo(new Holder("a"));
    }
}
