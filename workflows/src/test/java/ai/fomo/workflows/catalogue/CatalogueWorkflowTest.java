package ai.fomo.workflows.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.workflows.RecordingPlatform;
import ai.fomo.workflows.WorkflowEnvironment;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogueWorkflowTest {
    private final RecordingPlatform platform = new RecordingPlatform();
    private final WorkflowEnvironment environment = new WorkflowEnvironment().activities(platform);

    @AfterEach
    void stop() {
        environment.close();
    }

    @Test
    void genresTakeTurnsUntilEachHasTheCoversThatAreWanted() {
        platform.cataloguePlan = () -> new CataloguePlan(
                List.of(new GenreCursor("jazz", null, 0, false), new GenreCursor("rock", "rock@last", 15, false)));

        CatalogueResult result = sync(30, 500);

        assertThat(platform.pages)
                .extracting(CataloguePageRequest::genre)
                .containsExactly("jazz", "rock", "jazz", "rock", "jazz");
        assertThat(result).isEqualTo(new CatalogueResult(100, 50, 5));
    }

    @Test
    void eachPageIsAskedForWithTheCursorOfTheOneBefore() {
        sync(30, 500);

        assertThat(platform.pages).extracting(CataloguePageRequest::cursor).containsExactly(null, "jazz@1", "jazz@2");
    }

    @Test
    void genresThatAreExhaustedOrFullAreLeftAlone() {
        platform.cataloguePlan = () -> new CataloguePlan(
                List.of(new GenreCursor("jazz", "end", 3, true), new GenreCursor("rock", "rock@3", 30, false)));

        assertThat(sync(30, 500)).isEqualTo(new CatalogueResult(100, 0, 0));
        assertThat(platform.calls).containsExactly("planSync", "countCovers");
    }

    @Test
    void aGenreWithoutFurtherPagesEndsWhateverIsWanted() {
        platform.lastPage = 3;

        assertThat(sync(0, 500)).isEqualTo(new CatalogueResult(100, 30, 3));
    }

    @Test
    void aLongSyncGoesOnAsNewExecutionsFromTheCursorsInTheRows() {
        platform.cataloguePlan = () -> new CataloguePlan(
                List.of(new GenreCursor("jazz", "jazz@" + platform.pages.size(), platform.pages.size() * 10, false)));

        CatalogueResult result = sync(50, 2);

        assertThat(platform.calls).filteredOn("planSync"::equals).hasSize(3);
        assertThat(result).isEqualTo(new CatalogueResult(100, 50, 5));
    }

    private CatalogueResult sync(int coversPerGenre, int pagesPerExecution) {
        environment
                .workflows()
                .registerWorkflowImplementationFactory(
                        CatalogueWorkflow.class, () -> new CatalogueWorkflowImpl(pagesPerExecution));
        environment.start();
        CatalogueRequest request = new CatalogueRequest("covers", SourceKind.SPOTIFY, coversPerGenre);
        return environment
                .client()
                .newWorkflowStub(CatalogueWorkflow.class, CatalogueWorkflow.options(request))
                .sync(request);
    }
}
