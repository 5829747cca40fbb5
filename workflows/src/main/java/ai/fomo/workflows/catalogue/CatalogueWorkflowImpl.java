package ai.fomo.workflows.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.workflows.FailureSentence;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sign in, plan, list and fetch, count. */
public final class CatalogueWorkflowImpl implements CatalogueWorkflow {
    private static final String ONE_REQUEST_PER_ACTIVITY = "one request per activity";
    /** Temporal warns at 10,240 events; what is under way when it is reached adds some hundred. */
    private static final int LONG_HISTORY = 8_000;

    private final CatalogueActivities catalogue = CatalogueStubs.catalogue();
    private final Closing closing = new Closing();
    private final int longHistory;
    private @Nullable SyncLoop loop;

    public CatalogueWorkflowImpl() {
        this(LONG_HISTORY);
    }

    CatalogueWorkflowImpl(int longHistory) {
        this.longHistory = longHistory;
    }

    @Override
    public CatalogueResult sync(CatalogueRequest request) {
        if (Workflow.getVersion(ONE_REQUEST_PER_ACTIVITY, Workflow.DEFAULT_VERSION, 1) == Workflow.DEFAULT_VERSION) {
            return new PagedSync().sync(request);
        }
        Tally tally = new Tally(request.soFar());
        try {
            CatalogueResult result = carryOut(request, tally);
            finish(request, SyncSentences.ended(result));
            return result;
        } catch (TemporalFailure failure) {
            if (CancellationScope.current().isCancelRequested()) {
                String sentence = SyncSentences.cancelled(tally);
                finish(request, sentence);
                throw new CanceledFailure(sentence);
            }
            FailureSentence cause = FailureSentence.of(failure);
            finish(request, cause.sentence());
            throw ApplicationFailure.newNonRetryableFailureWithCause(cause.sentence(), cause.type(), failure);
        }
    }

    @Override
    public CatalogueProgress progress() {
        return loop == null ? new CatalogueProgress(null, 0, 0, 0, 0, List.of(), closing.waiting()) : loop.progress();
    }

    private CatalogueResult carryOut(CatalogueRequest request, Tally tally) {
        Instant startedAt = request.startedAt(NamedTimer.now());
        Pace coverPace = request.soFar() == null ? signIn(request).coverPace() : request.coverPace();
        CataloguePlan plan = catalogue.planSync(request);
        SyncLoop syncing =
                new SyncLoop(request, catalogue, plan, startedAt, coverPace, closing, tally, this::historyIsLong);
        loop = syncing;
        if (!syncing.run()) {
            CatalogueResult.Position position =
                    new CatalogueResult.Position(startedAt, syncing.listedGenres(), tally.skippedSoFar(), coverPace);
            Workflow.continueAsNew(request.continuing(tally.result(0, position)));
        }
        return tally.result(catalogue.countCovers(request).covers(), null);
    }

    private SignInResult.SignedIn signIn(CatalogueRequest request) {
        SourceActivities api = CatalogueStubs.api(request.kind(), "sign in");
        while (true) {
            SignInResult answer = api.signIn(new SignInRequest(request.source()));
            if (answer instanceof SignInResult.SignedIn signedIn) {
                return signedIn;
            }
            if (answer instanceof RateLimited limit) {
                closing.add(limit);
                closing.waitUntilOpen();
            }
        }
    }

    private boolean historyIsLong() {
        return Workflow.getInfo().isContinueAsNewSuggested()
                || Workflow.getInfo().getHistoryLength() > longHistory;
    }

    /** Written even while the sync is being cancelled. */
    private void finish(CatalogueRequest request, String explanation) {
        Workflow.newDetachedCancellationScope(() -> catalogue.finishSync(new SyncFinish(request.source(), explanation)))
                .run();
    }
}
