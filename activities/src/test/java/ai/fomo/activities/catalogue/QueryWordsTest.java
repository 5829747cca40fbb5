package ai.fomo.activities.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {
    @ParameterizedTest
    @CsvSource({"HipHop, hip hop", "Jazz, jazz", "Reggaeton, reggaeton", "DrumAndBass, drum and bass"})
    void aClassIsAskedForInTheWordsThatPeopleWrite(String className, String query) {
        assertThat(CatalogueActivitiesImpl.inWords(className)).isEqualTo(query);
    }
}
