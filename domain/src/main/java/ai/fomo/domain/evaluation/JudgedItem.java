package ai.fomo.domain.evaluation;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.poster.GenreConfidence;
import java.util.List;

/**
 * One item with the answer it got.
 *
 * @param truth names of its true classes
 * @param answer what was served, most confident first
 * @param loss mean binary cross-entropy over the classes
 */
public record JudgedItem(Sha256 image, List<String> truth, List<GenreConfidence> answer, double loss) {
    public JudgedItem {
        truth = List.copyOf(truth);
        answer = List.copyOf(answer);
    }
}
