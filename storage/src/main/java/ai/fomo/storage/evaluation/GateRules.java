package ai.fomo.storage.evaluation;

import ai.fomo.domain.evaluation.BetterThanChance;
import ai.fomo.domain.evaluation.CalibrationLimit;
import ai.fomo.domain.evaluation.GateRule;
import ai.fomo.domain.evaluation.MinimumLift;
import ai.fomo.domain.evaluation.MinimumSupport;
import ai.fomo.domain.evaluation.NoGenreFalls;
import ai.fomo.domain.evaluation.NoTrainingOverlap;
import ai.fomo.domain.evaluation.NotWorseThanChampion;
import ai.fomo.domain.evaluation.PosterLift;
import java.util.Map;
import java.util.TreeMap;

/** The rules that a policy can be made of: a new one is its record, and a line here. */
final class GateRules {
    static final Map<String, Class<? extends GateRule>> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("better-than-chance", BetterThanChance.class),
            Map.entry("calibration", CalibrationLimit.class),
            Map.entry("minimum-lift", MinimumLift.class),
            Map.entry("minimum-support", MinimumSupport.class),
            Map.entry("no-genre-falls", NoGenreFalls.class),
            Map.entry("no-training-overlap", NoTrainingOverlap.class),
            Map.entry("not-worse-than-champion", NotWorseThanChampion.class),
            Map.entry("posters", PosterLift.class)));

    private GateRules() {}
}
