package ai.fomo.worker.view;

import static ai.fomo.worker.view.TextTable.Alignment.LEFT;
import static ai.fomo.worker.view.TextTable.Alignment.RIGHT;

import ai.fomo.storage.registry.PromotionRow;
import java.util.List;

/** Changes of champion, one line each: from whom to whom, by whom, why, and what did it. */
public final class PromotionTable {
    private PromotionTable() {}

    /** In the order given; times in UTC. */
    public static String of(List<PromotionRow> promotions) {
        TextTable table = new TextTable(RIGHT, LEFT, RIGHT, RIGHT, LEFT, LEFT, LEFT, LEFT, LEFT)
                .row("number", "when (UTC)", "model", "before", "kind", "by", "reason", "workflow", "run id");
        for (PromotionRow promotion : promotions) {
            Integer previous = promotion.previous();
            table.row(
                    String.valueOf(promotion.number()),
                    Moments.text(promotion.promotedAt()),
                    String.valueOf(promotion.model()),
                    previous == null ? "" : previous.toString(),
                    switch (promotion.kind()) {
                        case PROMOTION -> "promotion";
                        case ROLLBACK -> "rollback";
                    },
                    promotion.by(),
                    promotion.reason(),
                    promotion.workflowId(),
                    promotion.firstExecution());
        }
        return table.toString();
    }
}
