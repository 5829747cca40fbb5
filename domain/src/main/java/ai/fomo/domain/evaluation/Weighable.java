package ai.fomo.domain.evaluation;

import java.util.List;

/** What has figures under any weighting of the groups. */
interface Weighable {
    /** Figures under each of the weightings. */
    List<FigureRow> weighted(Weightings weightings);
}
