package ai.fomo.workflows.payload;

import ai.fomo.domain.RunId;
import ai.fomo.domain.Sha256;
import ai.fomo.domain.dataset.SubsetSize;
import ai.fomo.domain.evaluation.Figure;
import ai.fomo.domain.evaluation.Figures;
import ai.fomo.domain.evaluation.GenreMeasure;
import ai.fomo.domain.evaluation.Measure;
import ai.fomo.domain.feature.View;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.registry.PromotionOutcome;
import ai.fomo.domain.training.TrainingOutcome;
import ai.fomo.workflows.catalogue.CoverResult;
import ai.fomo.workflows.catalogue.ListingResult;
import ai.fomo.workflows.catalogue.RateLimited;
import ai.fomo.workflows.catalogue.SignInResult;
import ai.fomo.workflows.retrain.Approval;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;
import java.util.Map;

/**
 * How records travel between workflows, activities and clients of any language: as plain JSON. Digests and ids are
 * strings, and what is sealed carries its kind in {@code "kind"}, never a Java class name.
 */
public final class PayloadConverter {
    private PayloadConverter() {}

    public static DataConverter dataConverter() {
        return DefaultDataConverter.newDefaultInstance()
                .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(mapper()));
    }

    /** Unknown fields are ignored, so that contracts can grow. */
    public static ObjectMapper mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .addMixIn(Sha256.class, Sha256Form.class)
                .addMixIn(RunId.class, RunIdForm.class)
                .addMixIn(Labelling.class, LabellingForm.class)
                .addMixIn(TrainingOutcome.class, TrainingOutcomeForm.class)
                .addMixIn(PromotionOutcome.class, PromotionOutcomeForm.class)
                .addMixIn(Approval.class, ApprovalForm.class)
                .addMixIn(SubsetSize.class, SubsetSizeForm.class)
                .addMixIn(Measure.class, LabelForm.class)
                .addMixIn(View.class, LabelForm.class)
                .addMixIn(GenreMeasure.class, LabelForm.class)
                .addMixIn(SignInResult.class, SignInResultForm.class)
                .addMixIn(ListingResult.class, ListingResultForm.class)
                .addMixIn(CoverResult.class, CoverResultForm.class)
                .addMixIn(Figures.class, FiguresForm.class)
                .build();
    }

    @SuppressWarnings("UnusedVariable") // a mix-in has the shape of a constructor and no body
    private abstract static class Sha256Form {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Sha256Form(String hex) {}

        @JsonValue
        abstract String hex();
    }

    @SuppressWarnings("UnusedVariable") // a mix-in has the shape of a constructor and no body
    private abstract static class RunIdForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        RunIdForm(String value) {}

        @JsonValue
        abstract String value();
    }

    /** Of enums that write themselves, as values and as keys. */
    private interface LabelForm {
        @JsonValue
        String label();
    }

    @SuppressWarnings("UnusedVariable") // a mix-in has the shape of a constructor and no body
    private abstract static class FiguresForm {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        FiguresForm(Map<Measure, Figure> figures) {}

        @JsonValue
        abstract Map<Measure, Figure> figures();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Labelling.Mapped.class, name = "mapped"),
        @JsonSubTypes.Type(value = Labelling.FromLabels.class, name = "fromLabels")
    })
    private interface LabellingForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TrainingOutcome.Converged.class, name = "converged"),
        @JsonSubTypes.Type(value = TrainingOutcome.Diverged.class, name = "diverged")
    })
    private interface TrainingOutcomeForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PromotionOutcome.Promoted.class, name = "promoted"),
        @JsonSubTypes.Type(value = PromotionOutcome.Superseded.class, name = "superseded")
    })
    private interface PromotionOutcomeForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Approval.Automatic.class, name = "automatic"),
        @JsonSubTypes.Type(value = Approval.ByPerson.class, name = "byPerson")
    })
    private interface ApprovalForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SubsetSize.Fraction.class, name = "fraction"),
        @JsonSubTypes.Type(value = SubsetSize.Count.class, name = "count")
    })
    private interface SubsetSizeForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SignInResult.SignedIn.class, name = "signedIn"),
        @JsonSubTypes.Type(value = RateLimited.class, name = "rateLimited")
    })
    private interface SignInResultForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = ListingResult.Listed.class, name = "listed"),
        @JsonSubTypes.Type(value = RateLimited.class, name = "rateLimited")
    })
    private interface ListingResultForm {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = CoverResult.Stored.class, name = "stored"),
        @JsonSubTypes.Type(value = CoverResult.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = RateLimited.class, name = "rateLimited")
    })
    private interface CoverResultForm {}
}
