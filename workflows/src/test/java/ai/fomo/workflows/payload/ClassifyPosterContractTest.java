package ai.fomo.workflows.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.poster.Classification;
import ai.fomo.domain.poster.Classification.ModelReference;
import ai.fomo.domain.poster.Evidence;
import ai.fomo.domain.poster.GenreConfidence;
import ai.fomo.workflows.poster.ClassifyPosterActivity;
import ai.fomo.workflows.poster.ClassifyPosterRequest;
import ai.fomo.workflows.poster.PosterReference;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.activity.ActivityMethod;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON that other teams' workflows send and get, letter by letter: it only ever grows. */
class ClassifyPosterContractTest {
    private static final Sha256 POSTER = Sha256.of("poster".getBytes(StandardCharsets.UTF_8));
    private static final Sha256 TAXONOMY = Sha256.of("taxonomy".getBytes(StandardCharsets.UTF_8));
    private static final ObjectMapper MAPPER = PayloadConverter.mapper();

    private static ClassifyPosterRequest request(String json) throws JsonProcessingException {
        return MAPPER.readValue(json.replace('\'', '"'), ClassifyPosterRequest.class);
    }

    @Test
    void theActivityGoesByItsName() throws Exception {
        assertThat(ClassifyPosterActivity.class
                        .getMethod("classify", ClassifyPosterRequest.class)
                        .getAnnotation(ActivityMethod.class)
                        .name())
                .isEqualTo("ClassifyPoster");
    }

    @Test
    void aPosterIsEnoughToAsk() throws Exception {
        assertThat(request("{'poster': {'sha256': '" + POSTER + "'}}"))
                .isEqualTo(new ClassifyPosterRequest(PosterReference.stored(POSTER), null, null, null, null));
        assertThat(request("{'poster': {'inline': 'aGk='}}").poster().inline()).isEqualTo("aGk=");
        assertThat(request("{'poster': {'url': 'https://example.org/p.jpg'}}")
                        .poster()
                        .url())
                .isEqualTo("https://example.org/p.jpg");
    }

    @Test
    void everythingThatCanBeAskedIsUnderstood() throws Exception {
        assertThat(request("{'poster': {'sha256': '" + POSTER + "'}, 'title': 'Acid Night', 'description': 'All night',"
                        + " 'tags': ['acid', 'techno'], 'model': 'champion', 'later': true}"))
                .isEqualTo(new ClassifyPosterRequest(
                        PosterReference.stored(POSTER),
                        "Acid Night",
                        "All night",
                        List.of("acid", "techno"),
                        "champion"));
    }

    /** Design's contract says "champion" or a version, and a version is a number. */
    @Test
    void aModelIsAskedForByItsVersionAsANumberOrAsText() throws Exception {
        assertThat(request("{'poster': {'inline': 'aGk='}, 'model': 3}").model())
                .isEqualTo("3");
        assertThat(request("{'poster': {'inline': 'aGk='}, 'model': '3'}").model())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'inline': 'aGk=', 'url': 'https://example.org/p.jpg'}", "{'sha256': 'abc'}"})
    void aPosterGivenInNoWayInTwoOrWronglyIsRefused(String poster) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> request("{'poster': " + poster + "}"));
    }

    @Test
    void whatIsNotAskedIsNotSent() throws Exception {
        assertThat(MAPPER.writeValueAsString(
                        new ClassifyPosterRequest(PosterReference.stored(POSTER), null, null, null, null)))
                .isEqualTo("{\"poster\":{\"sha256\":\"" + POSTER + "\"}}");
    }

    @Test
    void theAnswerIsTheContracts() throws Exception {
        Map<String, Double> scores = new LinkedHashMap<>();
        scores.put("Techno", 0.75);
        scores.put("Jazz", 0.125);
        Classification classification = new Classification(
                POSTER,
                new ModelReference(2, TAXONOMY),
                List.of(new GenreConfidence("Techno", 0.75, true)),
                scores,
                new Evidence(true, false, true, false, List.of("Jeff Mills")));

        String json = MAPPER.writeValueAsString(classification);

        // As text: scores keep the order of the model's classes.
        assertThat(json)
                .isEqualTo(("{'poster':'" + POSTER + "','model':{'version':2,'taxonomy':'" + TAXONOMY + "'},"
                                + "'genres':[{'genre':'Techno','confidence':0.75,'fallback':true}],"
                                + "'scores':{'Techno':0.75,'Jazz':0.125},"
                                + "'evidence':{'image':true,'posterText':false,'description':true,'tags':false,"
                                + "'artists':['Jeff Mills']}}")
                        .replace('\'', '"'));
        Classification back = MAPPER.readValue(json, Classification.class);
        assertThat(back).isEqualTo(classification);
        assertThat(back.scores().keySet()).containsExactly("Techno", "Jazz");
    }
}
