package ai.fomo.worker.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.doctor.Check.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceChecksTest {
    @Test
    void whatASyncWouldWantIsNamedAndIsNoFault() {
        List<Check> checks = checks(Map.of());

        assertThat(checks).extracting(Check::verdict).containsOnly(Verdict.OK);
        assertThat(checks.get(0).found()).contains("FOMO_SPOTIFY_CLIENT_ID", "FOMO_SPOTIFY_CLIENT_SECRET");
        assertThat(checks.get(1).found()).contains("FOMO_MUSICBRAINZ_CONTACT");
    }

    @Test
    void whatIsSetIsSaidWithoutTheSecret() {
        List<Check> checks = checks(Map.of(
                "FOMO_SPOTIFY_CLIENT_ID", "me",
                "FOMO_SPOTIFY_CLIENT_SECRET", "hidden",
                "FOMO_SPOTIFY_MODE", "extended",
                "FOMO_MUSICBRAINZ_CONTACT", "covers@example.org"));

        assertThat(checks.get(0).found())
                .isEqualTo("client me at https://api.spotify.com, extended mode; not asked")
                .doesNotContain("hidden");
        assertThat(checks.get(1).found())
                .isEqualTo("contact covers@example.org, at https://musicbrainz.org; not asked");
    }

    private static List<Check> checks(Map<String, String> environment) {
        return SourceChecks.all(Configuration.from(environment).sources());
    }
}
