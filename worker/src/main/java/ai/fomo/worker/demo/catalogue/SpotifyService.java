package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spotify's accounts service, its Web API as far as the platform asks it, and the network that delivers its images. */
final class SpotifyService implements Service {
    /** The API answers no search beyond it, however many results there are. */
    private static final int LAST_SEARCH_OFFSET = 1_000;

    private static final int MOST_ARTISTS = 50;
    private static final int MOST_ALBUMS = 20;
    private static final Pattern GENRE_QUERY = Pattern.compile("genre:\"?([^\"]+)\"?");
    private static final Pattern ALBUMS_PATH = Pattern.compile("/v1/artists/([^/]+)/albums");
    private static final Pattern ARTIST_PATH = Pattern.compile("/v1/artists/([^/]+)");
    private static final Pattern IMAGE_PATH = Pattern.compile("/image/([0-9A-Za-z]+)\\.jpg");

    private final Offer offer;
    private final StandInOptions options;
    private final WebApiDocuments documents;
    private final Tokens tokens;
    private final Set<String> listed = ConcurrentHashMap.newKeySet();

    SpotifyService(Offer offer, StandInOptions options, String address) {
        this.offer = offer;
        this.options = options;
        this.documents = new WebApiDocuments(address, options.covers());
        this.tokens = new Tokens(options, documents);
    }

    @Override
    public Host hostOf(Asked asked) {
        if (asked.path().equals("/api/token")) {
            return Host.TOKENS;
        }
        return asked.path().startsWith("/image/") ? Host.IMAGES : Host.API;
    }

    @Override
    public Answer answer(Asked asked) {
        return switch (hostOf(asked)) {
            case TOKENS -> asked.method().equals("POST") ? tokens.give(asked) : Answer.page(405, "Method Not Allowed");
            case IMAGES, ARCHIVE -> image(asked);
            case API -> {
                Optional<String> objection = tokens.objection(asked);
                yield objection.isPresent() ? unauthorized(objection.get()) : api(asked);
            }
        };
    }

    @Override
    public Answer tooMany(Host host, long seconds) {
        Answer answer = host == Host.API
                ? error(429, "API rate limit exceeded")
                : Answer.of(429, "text/plain; charset=utf-8", "Too many requests".getBytes(UTF_8));
        return answer.with("Retry-After", Long.toString(seconds));
    }

    @Override
    public Answer failure(Host host, int status) {
        if (status == 401) {
            return unauthorized("The access token expired");
        }
        return host == Host.API ? error(status, "Server error") : Answer.page(status, "Server error");
    }

    @Override
    public void withdrawTokens() {
        tokens.withdrawAll();
    }

    @Override
    public Truth truth(List<String> genres) {
        TruthBuilder truth = new TruthBuilder();
        int limit = options.behaviour().maxLimit();
        Map<OfferedArtist, Set<String>> found = new LinkedHashMap<>();
        for (String genre : genres) {
            List<OfferedArtist> all = offer.playing(genre);
            List<OfferedArtist> reached = all.subList(0, Math.min(all.size(), LAST_SEARCH_OFFSET + limit));
            truth.search(reached.size(), limit);
            reached.forEach(artist ->
                    found.computeIfAbsent(artist, key -> new TreeSet<>()).add(genre));
        }
        found.forEach((artist, queries) -> {
            if (artist.has(Flaw.ARTIST_GONE)) {
                truth.listing(0, limit);
            } else if (!artist.has(Flaw.NULL_ARTIST)) {
                truth.listing(artist.albums().size(), limit);
                artist.albums().forEach(album -> add(truth, artist, album, queries));
            }
        });
        return truth.build(1);
    }

    private void add(TruthBuilder truth, OfferedArtist artist, OfferedAlbum album, Set<String> queries) {
        if (album.has(Flaw.NO_IMAGES)) {
            truth.withoutImage();
        } else if (!album.has(Flaw.NULL_ALBUM)) {
            truth.add(new TrueCover(
                    documents.imageUrl(album),
                    album.album().id(),
                    Set.of(album.id()),
                    Set.of(artist.artist().id()),
                    Set.copyOf(artist.labels()),
                    queries,
                    album.coverCanBeHad()));
        }
    }

    private Answer api(Asked asked) {
        String path = asked.path();
        Matcher albums = ALBUMS_PATH.matcher(path);
        Matcher artist = ARTIST_PATH.matcher(path);
        if (!asked.method().equals("GET")) {
            return error(405, "Method not allowed");
        }
        if (path.equals("/v1/search")) {
            return search(asked);
        }
        if (path.equals("/v1/artists") || path.equals("/v1/albums")) {
            return options.behaviour().batches() ? batch(asked) : error(403, "Forbidden");
        }
        if (albums.matches()) {
            return albums(asked, albums.group(1));
        }
        if (artist.matches()) {
            return known(artist.group(1))
                    .map(found -> Answer.json(200, documents.artist(found)))
                    .orElseGet(() -> error(404, "Resource not found"));
        }
        return error(404, "Resource not found");
    }

    private Answer search(Asked asked) {
        Matcher genre = GENRE_QUERY.matcher(asked.query().getOrDefault("q", ""));
        if (!genre.matches() || !"artist".equals(asked.query().get("type"))) {
            return error(400, "Only type=artist with q=genre:\"...\" is synthesised");
        }
        try {
            PageOf page = PageOf.of(asked.query(), options.behaviour(), LAST_SEARCH_OFFSET);
            return Answer.json(200, documents.search(offer.playing(genre.group(1)), asked.path(), page));
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
    }

    private Answer albums(Asked asked, String id) {
        PageOf page;
        try {
            page = PageOf.of(asked.query(), options.behaviour(), Integer.MAX_VALUE);
        } catch (IllegalArgumentException e) {
            return error(400, String.valueOf(e.getMessage()));
        }
        Optional<OfferedArtist> artist = known(id);
        if (artist.isEmpty()) {
            return error(404, "Resource not found");
        }
        List<OfferedAlbum> all = artist.get().albums();
        int from = Math.min(page.offset(), all.size());
        all.subList(from, Math.min(all.size(), from + page.limit())).forEach(album -> listed.add(album.id()));
        // All of them are of the group "album", which a list of other groups leaves out.
        boolean wanted = List.of(
                        asked.query().getOrDefault("include_groups", "album").split(","))
                .contains("album");
        OfferedArtist shown = wanted
                ? artist.get()
                : new OfferedArtist(
                        artist.get().artist(), List.of(), artist.get().flaw());
        return Answer.json(200, documents.albums(shown, asked.path(), page));
    }

    private Answer batch(Asked asked) {
        List<String> ids = List.of(asked.query().getOrDefault("ids", "").split(","));
        boolean artists = asked.path().equals("/v1/artists");
        if (ids.get(0).isEmpty()) {
            return error(400, "Missing required field: ids");
        }
        if (ids.size() > (artists ? MOST_ARTISTS : MOST_ALBUMS)) {
            return error(400, "Too many ids requested");
        }
        if (artists) {
            return Answer.json(
                    200, documents.severalArtists(ids.stream().map(this::known).toList()));
        }
        List<JsonNode> albums = new ArrayList<>();
        ids.forEach(id -> albums.add(offer.ownerOf(id)
                .<JsonNode>flatMap(owner -> owner.albums().stream()
                        .filter(album -> album.id().equals(id))
                        .findFirst()
                        .map(album -> documents.wholeAlbum(album, owner)))
                .orElse(NullNode.getInstance())));
        return Answer.json(200, documents.severalAlbums(albums));
    }

    private Optional<OfferedArtist> known(String id) {
        return offer.artist(id).filter(artist -> !artist.has(Flaw.ARTIST_GONE));
    }

    private Answer image(Asked asked) {
        Matcher matcher = IMAGE_PATH.matcher(asked.path());
        Optional<OfferedAlbum> album = matcher.matches() ? offer.image(matcher.group(1)) : Optional.empty();
        String wanted = asked.query().getOrDefault("size", "300");
        Optional<Integer> size = options.covers().everySize().stream()
                .filter(one -> Integer.toString(one).equals(wanted))
                .findFirst();
        if (album.isEmpty() || size.isEmpty() || !hasImage(album.get())) {
            return error(404, "Resource not found");
        }
        return Answer.of(200, "image/jpeg", CoverFile.of(album.get(), options.covers(), size.get()));
    }

    private boolean hasImage(OfferedAlbum album) {
        return !album.has(Flaw.COVER_GONE)
                && !album.has(Flaw.NO_IMAGES)
                && !(album.has(Flaw.COVER_VANISHES) && listed.contains(album.id()));
    }

    private Answer unauthorized(String message) {
        return error(401, message).with("WWW-Authenticate", "Bearer realm=\"spotify\", error=\"invalid_token\"");
    }

    private Answer error(int status, String message) {
        return Answer.json(status, documents.error(status, message));
    }
}
