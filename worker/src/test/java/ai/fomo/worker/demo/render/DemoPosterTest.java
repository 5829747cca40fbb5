package ai.fomo.worker.demo.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DemoPosterTest {
    @Test
    void aSetOfPostersKnowsTheGenresOfEachAndNamesEachOnce() {
        List<DemoPoster> posters = DemoPoster.of(1, 24);

        Set<String> genres = new HashSet<>();
        posters.forEach(poster -> genres.addAll(poster.truth()));
        assertThat(genres).hasSize(Styles.all().size());
        assertThat(posters).allSatisfy(poster -> assertThat(poster.truth()).hasSizeBetween(1, 2));
        assertThat(posters).anySatisfy(poster -> assertThat(poster.truth()).hasSize(2));
        assertThat(posters)
                .extracting(DemoPoster::file)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.endsWith(".jpg"));
    }

    @Test
    void aPosterIsPortrait() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(DemoPoster.of(1, 1).get(0).jpeg()));
        assertThat(image.getHeight()).isBetween(image.getWidth() * 14 / 10, image.getWidth() * 15 / 10);
    }

    @Test
    void theSameSeedGivesTheSamePostersAndAnotherSeedOthers() {
        byte[] poster = DemoPoster.of(1, 3).get(2).jpeg();
        assertThat(DemoPoster.of(1, 3).get(2).jpeg()).isEqualTo(poster);
        assertThat(DemoPoster.of(2, 3).get(2).jpeg()).isNotEqualTo(poster);
    }
}
