package ai.fomo.worker.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import ai.fomo.domain.catalogue.Artist;
import ai.fomo.domain.catalogue.Pace;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.sources.catalogue.Album;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.RateLimitedException;
import ai.fomo.sources.catalogue.SourceRefusedException;
import ai.fomo.sources.catalogue.SourceUnavailableException;
import ai.fomo.sources.catalogue.Step;
import ai.fomo.workflows.FailureTypes;
import ai.fomo.workflows.catalogue.AlbumReference;
import ai.fomo.workflows.catalogue.CataloguePageRequest;
import ai.fomo.workflows.catalogue.CataloguePlan.GenreCursor;
import ai.fomo.workflows.catalogue.CatalogueRequest;
import ai.fomo.workflows.catalogue.CatalogueResult;
import ai.fomo.workflows.catalogue.ListingRequest;
import ai.fomo.workflows.catalogue.ListingResult;
import ai.fomo.workflows.catalogue.ListingResult.Listed;
import ai.fomo.workflows.catalogue.PickRequest;
import ai.fomo.workflows.catalogue.RateLimited;
import ai.fomo.workflows.catalogue.SignInRequest;
import ai.fomo.workflows.catalogue.SignInResult;
import ai.fomo.workflows.catalogue.SyncFinish;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills it
final class SourceActivitiesIT {
    @TempDir
    static Path directory;

    private static CatalogueServices services;

    @BeforeAll
    static void start() throws Exception {
        services = new CatalogueServices(directory);
    }

    @AfterAll
    static void stop() throws Exception {
        services.close();
    }

    @Test
    void aGenreIsListedByOneRequestAtATimeUntilNothingIsLeftAndThenChecked() {
        ScriptedSource source = services.source("listed");
        source.listings.put(new Step.Search(null), found("2", artist("a")));
        source.listings.put(new Step.Search("2"), found(null));
        source.listings.put(new Step.AlbumsOf("a", null), albums(album("x"), album("y")));

        assertThat(list("listed")).isEqualTo(new Listed(0, false, null));
        assertThat(list("listed")).isEqualTo(new Listed(2, false, null));
        assertThat(list("listed")).isEqualTo(new Listed(0, true, null));
        assertThat(list("listed")).isEqualTo(new Listed(0, true, null));

        assertThat(source.asked).hasSize(4).last().isEqualTo("jazz Search[cursor=2]");
        assertThat(services.catalogue()
                        .pickAlbums(new PickRequest("listed", "jazz", List.of("Jazz"), 10))
                        .albums())
                .containsExactly(new AlbumReference("x", List.of("Jazz")), new AlbumReference("y", List.of("Jazz")));
    }

    @Test
    void aRequestThatThePaceDoesNotAllowIsNotSentAndSaysWhenItMayBe() {
        ScriptedSource source = services.source("paced");
        source.pace = new Pace(1, Duration.ofSeconds(1));
        source.listings.put(new Step.Search(null), found("2"));
        source.listings.put(new Step.Search("2"), found("3"));

        ListingResult first = list("paced");
        ListingResult second = list("paced");

        assertThat(first).isEqualTo(new Listed(0, false, services.now.get().plusSeconds(1)));
        assertThat(second)
                .isEqualTo(new RateLimited("spotify@paced", services.now.get().plusSeconds(1), false));
        assertThat(source.asked).hasSize(1);

        services.now.updateAndGet(now -> now.plusSeconds(1));
        assertThat(list("paced")).isInstanceOf(Listed.class);
    }

    @Test
    void sourcesOfOneApiKeepOnePace() {
        Pace oneASecond = new Pace(1, Duration.ofSeconds(1));
        ScriptedSource jazz = services.source("shared-1", "http://shared");
        ScriptedSource rock = services.source("shared-2", "http://shared");
        ScriptedSource elsewhere = services.source("shared-3", "http://elsewhere");
        for (ScriptedSource source : List.of(jazz, rock, elsewhere)) {
            source.pace = oneASecond;
            source.listings.put(new Step.Search(null), found(null));
        }
        RateLimited full = new RateLimited("spotify@shared", services.now.get().plusSeconds(1), false);

        assertThat(list("shared-1")).isInstanceOf(Listed.class);
        assertThat(list("shared-2")).isEqualTo(full);
        assertThat(services.api().signIn(new SignInRequest("shared-2"))).isEqualTo(full);
        assertThat(list("shared-3")).isInstanceOf(Listed.class);
        assertThat(rock.asked).isEmpty();

        services.now.updateAndGet(now -> now.plusSeconds(1));
        assertThat(list("shared-2")).isInstanceOf(Listed.class);
        assertThat(list("shared-1"))
                .isEqualTo(new RateLimited("spotify@shared", services.now.get().plusSeconds(1), false));
    }

    @Test
    void whatClosesAnApiForOneSourceClosesItForAll() {
        ScriptedSource first = services.source("common-1", "http://common");
        ScriptedSource second = services.source("common-2", "http://common");
        first.fault = new RateLimitedException("the API", Duration.ofHours(1));
        RateLimited closed =
                new RateLimited("spotify@common", services.now.get().plus(Duration.ofHours(1)), true);

        assertThat(list("common-1")).isEqualTo(closed);
        assertThat(list("common-2")).isEqualTo(closed);

        assertThat(second.asked).isEmpty();
    }

    @Test
    void halfADayThatTheApiAskedForHoldsForEveryRequestToIt() {
        ScriptedSource source = services.source("closed");
        source.listings.put(new Step.Search(null), found(null));
        source.fault = new RateLimitedException("the API", Duration.ofHours(12));
        RateLimited closed =
                new RateLimited("spotify@closed", services.now.get().plus(Duration.ofHours(12)), true);

        assertThat(list("closed")).isEqualTo(closed);
        assertThat(list("closed")).isEqualTo(closed);
        assertThat(services.api().signIn(new SignInRequest("closed"))).isEqualTo(closed);
        assertThat(source.asked).hasSize(1);

        services.now.updateAndGet(now -> now.plus(Duration.ofHours(12)));
        assertThat(list("closed")).isInstanceOf(Listed.class);
    }

    @Test
    void aRequestThatFailedIsNextAgainAndMovesNothing() {
        ScriptedSource source = services.source("failing");
        source.listings.put(new Step.Search(null), found("2", artist("a")));
        source.fault = new SourceUnavailableException("the API did not answer", null);

        assertThatThrownBy(() -> list("failing"))
                .isInstanceOfSatisfying(
                        ActivityFailure.class, e -> assertThat(type(e)).isEqualTo(FailureTypes.SOURCE_UNAVAILABLE));
        list("failing");

        assertThat(source.asked).hasSize(2).allMatch("jazz Search[cursor=null]"::equals);
    }

    @Test
    void signingInSendsOneRequestAndWrongCredentialsAreFinal() {
        ScriptedSource source = services.source("locked");

        assertThat(services.api().signIn(new SignInRequest("locked"))).isEqualTo(new SignInResult.SignedIn(null));
        source.fault = new SourceRefusedException("the API does not know this client id");
        assertFinal(
                FailureTypes.SOURCE_REFUSED,
                "does not know this client id",
                () -> services.api().signIn(new SignInRequest("locked")));
        assertFinal(
                FailureTypes.UNKNOWN_SOURCE, "'nowhere'", () -> services.api().signIn(new SignInRequest("nowhere")));
        assertThat(source.asked).hasSize(2);
    }

    @Test
    void signingInTellsThePaceOfTheCovers() {
        ScriptedSource source = services.source("paced-covers");
        Pace pace = new Pace(4, Duration.ofSeconds(1));
        source.imagePace = Optional.of(pace);

        assertThat(services.api().signIn(new SignInRequest("paced-covers"))).isEqualTo(new SignInResult.SignedIn(pace));
    }

    @Test
    void aSyncOfAnEarlierVersionIsToldToBeginAgain() {
        assertFinal(
                FailureTypes.BAD_INPUT,
                "begin it again",
                () -> services.paged().syncPage(new CataloguePageRequest("listed", "jazz", null)));
    }

    @Test
    void aPlanAsksForAllClassesInWordsAndItsSyncIsRecordedOnceHoweverManyExecutionsItHas() {
        services.source("planned");
        CatalogueRequest request = request("planned", null, null);

        List<GenreCursor> genres = services.catalogue().planSync(request).genres();
        services.catalogue().planSync(request("planned", null, new CatalogueResult(0, 0, 0)));
        services.catalogue().finishSync(new SyncFinish("planned", "all there"));
        services.catalogue().finishSync(new SyncFinish("planned", "a retry"));

        assertThat(genres).hasSize(16).contains(new GenreCursor("hip hop", null, 0, false, "HipHop"));
        assertThat(explanations("planned")).containsExactly("all there");
    }

    @Test
    void genresAreTakenAsTheyAreWrittenAndOneThatTheMapDoesNotKnowIsRefused() {
        services.source("wanted");

        assertThat(services.catalogue()
                        .planSync(request("wanted", List.of("deep house", "Hip-Hop"), null))
                        .genres())
                .extracting(GenreCursor::genre, GenreCursor::className)
                .containsExactly(tuple("deep house", "Techno"), tuple("Hip-Hop", "HipHop"));
        assertFinal(
                FailureTypes.BAD_INPUT,
                "'Tecno'; did you mean 'techno'?",
                () -> services.catalogue().planSync(request("wanted", List.of("Tecno"), null)));
        assertFinal(
                FailureTypes.UNKNOWN_SOURCE,
                "'nowhere'",
                () -> services.catalogue().planSync(request("nowhere", null, null)));
    }

    private static ListingResult list(String source) {
        return services.api()
                .listAlbums(
                        new ListingRequest(source, "jazz", services.now.get().minus(Duration.ofDays(30))));
    }

    private static CatalogueRequest request(
            String source, @Nullable List<String> genres, @Nullable CatalogueResult soFar) {
        return new CatalogueRequest(source, SourceKind.SPOTIFY, 5, soFar, genres, null);
    }

    private static List<String> explanations(String source) {
        return services.jdbi()
                .withHandle(
                        handle -> handle.createQuery("select explanation from catalogue_sync where source = :source")
                                .bind("source", source)
                                .mapTo(String.class)
                                .list());
    }

    private static void assertFinal(String type, String sentence, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ActivityFailure.class, e -> {
            assertThat(type(e)).isEqualTo(type);
            assertThat(FailureTypes.nonRetryable()).contains(type);
            assertThat(e.getCause()).hasMessageContaining(sentence);
        });
    }

    private static String type(ActivityFailure failure) {
        return ((ApplicationFailure) failure.getCause()).getType();
    }

    private static Listing found(@Nullable String next, Artist... artists) {
        return new Listing(List.of(artists), List.of(), 0, true, 1, next);
    }

    private static Listing albums(Album... albums) {
        return new Listing(List.of(), List.of(albums), 0, true, albums.length, null);
    }

    private static Artist artist(String id) {
        return new Artist(id, "Artist " + id, List.of());
    }

    private static Album album(String id) {
        return new Album(id, "Album " + id, "a", "Artist a", List.of(), "http://images/" + id, 640);
    }
}
