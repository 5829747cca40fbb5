package ai.fomo.worker.page;

import ai.fomo.domain.evaluation.Measure;
import java.util.List;

/**
 * The only figures that were ever published for genres of event posters: those of the prototype, on {@value #POSTERS} posters
 * that are not public. How it averaged precision, recall and F1 was not said.
 *
 * @param measure of ours that comes closest
 * @param value as published
 */
public record Published(String name, Measure measure, String value) {
    public static final int POSTERS = 846;

    public static final List<Published> FIGURES = List.of(
            new Published("at least one genre right", Measure.AT_LEAST_ONE, "83 %"),
            new Published("precision", Measure.SAMPLE_PRECISION, "25.4 %"),
            new Published("recall", Measure.SAMPLE_RECALL, "64.2 %"),
            new Published("F1", Measure.SAMPLE_F1, "0.32"),
            new Published("most confident genre right", Measure.TOP_1, "41 %"),
            new Published("one of the two most confident right", Measure.TOP_2, "54.6 %"));
}
