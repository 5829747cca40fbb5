package ai.fomo.domain.evaluation;

import java.util.List;

/** What has figures under any weighting of the groups. */
interface Weighable {
    /**
     * @param weightings each with a weight per group: how often it counts; 1 for all is the items as they are
     * @return figures under each weighting
     */
    List<FigureRow> weighted(int[][] weightings);
}
