package ai.fomo.workflows.catalogue;

import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Deque;

/** A page of each genre in turn, so that a sync that is cut short has something of every genre. */
public final class CatalogueWorkflowImpl implements CatalogueWorkflow {
    private final CatalogueActivities catalogue = CatalogueStubs.catalogue();
    private final int pagesPerExecution;

    private CatalogueProgress progress = new CatalogueProgress(null, 0, 0, 0);

    public CatalogueWorkflowImpl() {
        // Some 3,000 events, far below the warning at 10,240.
        this(500);
    }

    CatalogueWorkflowImpl(int pagesPerExecution) {
        this.pagesPerExecution = pagesPerExecution;
    }

    @Override
    public CatalogueResult sync(CatalogueRequest request) {
        CatalogueResult before = request.soFar();
        CatalogueResult total = before == null ? new CatalogueResult(0, 0, 0) : before;
        Deque<GenreCursor> open = openGenres(request);
        for (int pages = 0; !open.isEmpty(); pages++) {
            if (pages == pagesPerExecution) {
                Workflow.continueAsNew(request.continuing(total));
            }
            GenreCursor genre = open.removeFirst();
            progress = new CatalogueProgress(genre.genre(), open.size() + 1, total.added(), total.refused());
            CataloguePageResult page = fetch(request, genre);
            total = total.plus(page);
            GenreCursor next = genre.after(page);
            if (request.wantsMoreOf(next)) {
                open.addLast(next);
            }
        }
        progress = new CatalogueProgress(null, 0, total.added(), total.refused());
        return new CatalogueResult(catalogue.countCovers(request).covers(), total.added(), total.refused());
    }

    @Override
    public CatalogueProgress progress() {
        return progress;
    }

    /** Asked again by each execution: the cursors are rows, which every page has moved. */
    private Deque<GenreCursor> openGenres(CatalogueRequest request) {
        Deque<GenreCursor> open = new ArrayDeque<>();
        catalogue.planSync(request).genres().stream()
                .filter(request::wantsMoreOf)
                .forEach(open::addLast);
        return open;
    }

    private static CataloguePageResult fetch(CatalogueRequest request, GenreCursor genre) {
        return CatalogueStubs.page(request.kind(), genre.genre())
                .syncPage(new CataloguePageRequest(request.source(), genre.genre(), genre.cursor()));
    }
}
