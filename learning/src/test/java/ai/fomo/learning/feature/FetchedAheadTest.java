package ai.fomo.learning.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.learning.image.UnusableImageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FetchedAheadTest {
    private static final Sha256 ONE = digest("1");
    private static final Sha256 TWO = digest("2");
    private static final Sha256 THREE = digest("3");
    private static final Sha256 LOST = digest("lost");

    private final AtomicLong room = new AtomicLong(25);
    private final List<Sha256> asked = new ArrayList<>();

    @Test
    void whatIsFetchedAheadIsNotFetchedAgainAndGivesItsRoomBackOnceItIsTaken() throws Exception {
        try (FetchedAhead ahead = new FetchedAhead(this::fetch, room)) {
            ahead.fetchAhead(List.of(ONE, TWO));
            assertThat(room).hasValue(5);

            assertThat(ahead.fetch(TWO)).hasSize(10);
            assertThat(room).hasValue(15);
            assertThat(ahead.fetch(ONE)).hasSize(10);
        }

        assertThat(room).hasValue(25);
        assertThat(asked).containsExactly(ONE, TWO);
    }

    @Test
    void whereThereIsNoRoomTheRestIsFetchedWhenItIsNeeded() throws Exception {
        room.set(10);
        try (FetchedAhead ahead = new FetchedAhead(this::fetch, room)) {
            ahead.fetchAhead(List.of(ONE, TWO, THREE));
            assertThat(asked).containsExactly(ONE);

            assertThat(ahead.fetch(ONE)).hasSize(10);
            assertThat(ahead.fetch(TWO)).hasSize(10);
        }

        assertThat(room).hasValue(10);
        assertThat(asked).containsExactly(ONE, TWO);
    }

    @Test
    void whatNobodyTookGivesItsRoomBackAtTheEnd() throws Exception {
        try (FetchedAhead ahead = new FetchedAhead(this::fetch, room)) {
            ahead.fetchAhead(List.of(ONE, TWO));
            ahead.fetch(ONE);
        }

        assertThat(room).hasValue(25);
    }

    @Test
    void anImageThatIsLostIsOnlyFoundToBeWhenItIsNeeded() throws Exception {
        try (FetchedAhead ahead = new FetchedAhead(this::fetch, room)) {
            ahead.fetchAhead(List.of(LOST, ONE));

            assertThatThrownBy(() -> ahead.fetch(LOST)).isInstanceOf(UnusableImageException.class);
            assertThat(ahead.fetch(ONE)).hasSize(10);
        }
        assertThat(asked).containsExactly(LOST, ONE);
    }

    private byte[] fetch(Sha256 image) throws IOException, UnusableImageException {
        asked.add(image);
        if (image.equals(LOST)) {
            throw new UnusableImageException(UnusableImageException.Reason.UNREADABLE, "it is gone");
        }
        return new byte[10];
    }

    private static Sha256 digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }
}
