package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;

/** A sync as it was before each request became an activity of its own: its histories still replay. */
final class PagedSync {
    private static final int PAGES_PER_EXECUTION = 500;

    private final CatalogueActivities catalogue = CatalogueStubs.catalogue();

    CatalogueResult sync(CatalogueRequest request) {
        CatalogueResult before = request.soFar();
        CatalogueResult total = before == null ? new CatalogueResult(0, 0, 0) : before;
        Deque<GenreCursor> open = new ArrayDeque<>();
        catalogue.planSync(request).genres().stream()
                .filter(request::wantsMoreOf)
                .forEach(open::addLast);
        for (int pages = 0; !open.isEmpty(); pages++) {
            if (pages == PAGES_PER_EXECUTION) {
                Workflow.continueAsNew(request.continuing(total));
            }
            GenreCursor genre = open.removeFirst();
            CataloguePageResult page = CatalogueStubs.page(request.kind(), genre.genre())
                    .syncPage(new CataloguePageRequest(request.source(), genre.genre(), genre.cursor()));
            total = total.plus(page);
            GenreCursor next = genre.after(page);
            if (request.wantsMoreOf(next)) {
                open.addLast(next);
            }
        }
        return new CatalogueResult(catalogue.countCovers(request).covers(), total.added(), total.refused());
    }
}
