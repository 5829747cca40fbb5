package ai.fomo.domain.evaluation;

/** Where a precision-recall curve stands at one threshold. */
public record CurvePoint(double recall, double precision) {}
