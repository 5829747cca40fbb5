package ai.fomo.worker.demo.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MusicBrainz' search for release groups by tag, the Cover Art Archive, and the Internet Archive to which that redirects.
 * A tag is found as a whole, in whichever case.
 */
final class MusicBrainzService implements Service {
    private static final String SEARCH = "/ws/2/release-group";
    private static final Pattern TAG = Pattern.compile("tag:(?:\"([^\"]+)\"|(\\S+))", Pattern.CASE_INSENSITIVE);
    /** What else a query may ask for: everything here is an official album of music. */
    private static final Pattern TRUE_OF_ALL = Pattern.compile(
            "(primarytype|type|status):(\"?(album|official)\"?|\\((.* OR )?album( OR .*)?\\))|NOT secondarytype:\\([^()]*\\)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FRONT =
            Pattern.compile("/release-group/([0-9a-f-]{36})/front(?:-(250|500|1200))?(?:\\.jpg)?");
    private static final Pattern DOWNLOAD = Pattern.compile("/download/mbid-([0-9a-f-]{36})/([^/]+)");
    private static final Pattern ITEM = Pattern.compile("/items/mbid-([0-9a-f-]{36})/(?:\\S*_thumb)?(\\d+)\\.jpg");
    private static final String ORIGINAL = "1200";
    private static final List<String> NOBODY = List.of("java", "python-urllib", "curl", "apache-httpclient");

    private final Offer offer;
    private final StandInOptions options;
    private final MusicBrainzDocuments documents;
    private final Tags tags;
    private final String address;
    private final Set<String> listed = ConcurrentHashMap.newKeySet();
    private volatile Index index = new Index(List.of(), Map.of(), Map.of());

    MusicBrainzService(Offer offer, long seed, StandInOptions options, String address) {
        this.offer = offer;
        this.options = options;
        this.tags = new Tags(seed);
        this.documents = new MusicBrainzDocuments(options.clock());
        this.address = address;
    }

    @Override
    public Host hostOf(Asked asked) {
        if (asked.path().startsWith("/download/") || asked.path().startsWith("/items/")) {
            return Host.ARCHIVE;
        }
        return asked.path().startsWith("/release-group/") ? Host.IMAGES : Host.API;
    }

    @Override
    public Answer answer(Asked asked) {
        return switch (hostOf(asked)) {
            case IMAGES -> front(asked);
            case ARCHIVE, TOKENS -> archived(asked);
            case API -> {
                if (anonymous(asked)) {
                    yield Answer.json(403, documents.error("Your User-Agent does not say which application asks."));
                }
                yield asked.path().replaceAll("/$", "").equals(SEARCH)
                        ? search(asked)
                        : Answer.json(404, documents.wrongRequest("Not Found"));
            }
        };
    }

    @Override
    public Answer tooMany(Host host, long seconds) {
        Answer answer = host == Host.API
                ? Answer.json(
                        503,
                        documents.error("Your requests are exceeding the allowable rate limit. Please see"
                                + " http://wiki.musicbrainz.org/XMLWebService for more information."))
                : Answer.page(host == Host.IMAGES ? 503 : 429, "Too Many Requests");
        return answer.with("Retry-After", Long.toString(seconds));
    }

    @Override
    public Answer failure(Host host, int status) {
        return host == Host.API
                ? Answer.json(
                        status,
                        documents.error("The MusicBrainz web server is currently busy. Please try again later."))
                : Answer.page(status, "Server error");
    }

    @Override
    public void withdrawTokens() {
        // There are none.
    }

    @Override
    public Truth truth(List<String> genres) {
        TruthBuilder truth = new TruthBuilder();
        for (String genre : genres) {
            List<ReleaseGroup> found = index().byTag(genre);
            truth.search(found.size(), options.behaviour().maxLimit());
            for (ReleaseGroup group : found) {
                truth.add(new TrueCover(
                        address + "/release-group/" + group.id() + "/front",
                        group.album().album().id(),
                        Set.of(group.id()),
                        Set.of(group.artistId()),
                        group.tags().keySet(),
                        Set.of(genre),
                        group.album().coverCanBeHad()));
            }
        }
        return truth.build(0);
    }

    private static boolean anonymous(Asked asked) {
        String agent = asked.header("user-agent").orElse("").toLowerCase(Locale.ROOT);
        return agent.isBlank() || NOBODY.stream().anyMatch(agent::startsWith);
    }

    private Answer search(Asked asked) {
        List<String> clauses =
                new ArrayList<>(List.of(asked.query().getOrDefault("query", "").split("(?i)\\s+AND\\s+")));
        clauses.removeIf(clause -> TRUE_OF_ALL.matcher(clause).matches());
        Matcher tag = TAG.matcher(clauses.size() == 1 ? clauses.get(0) : "");
        if (!tag.matches()) {
            return Answer.json(400, documents.wrongRequest("Only query=tag:\"...\" is synthesised"));
        }
        if (!"json".equals(asked.query().get("fmt"))) {
            return Answer.json(406, documents.wrongRequest("Only fmt=json is synthesised"));
        }
        int limit;
        int offset;
        try {
            limit = Integer.parseInt(asked.query().getOrDefault("limit", "25"));
            offset = Integer.parseInt(asked.query().getOrDefault("offset", "0"));
        } catch (NumberFormatException e) {
            return Answer.json(400, documents.wrongRequest("limit and offset are whole numbers"));
        }
        // As the real one does: a limit that is too large is no mistake, but has no effect.
        limit = limit < 1
                ? options.behaviour().defaultLimit()
                : Math.min(limit, options.behaviour().maxLimit());
        List<ReleaseGroup> found = index().byTag(tag.group(1) == null ? tag.group(2) : tag.group(1));
        int from = Math.min(Math.max(0, offset), found.size());
        List<ReleaseGroup> part = found.subList(from, Math.min(found.size(), from + limit));
        part.forEach(group -> listed.add(group.id()));
        return Answer.json(200, documents.search(found.size(), from, part));
    }

    private Answer front(Asked asked) {
        Matcher matcher = FRONT.matcher(asked.path());
        Optional<ReleaseGroup> group = matcher.matches() ? index().byId(matcher.group(1)) : Optional.empty();
        if (group.isEmpty() || group.get().album().has(Flaw.NO_IMAGES)) {
            return Answer.page(404, "No cover art found");
        }
        String release = group.get().releaseId();
        @Nullable String size = matcher.group(2);
        return Answer.redirect(
                307,
                address + "/download/mbid-" + release + "/mbid-" + release + "-1_thumb"
                        + (size == null ? ORIGINAL : size) + ".jpg");
    }

    private Answer archived(Asked asked) {
        Matcher download = DOWNLOAD.matcher(asked.path());
        if (download.matches()) {
            return Answer.redirect(302, address + "/items/mbid-" + download.group(1) + "/" + download.group(2));
        }
        Matcher item = ITEM.matcher(asked.path());
        Optional<ReleaseGroup> group = item.matches() ? index().byRelease(item.group(1)) : Optional.empty();
        if (group.isEmpty() || !hasImage(group.get())) {
            return Answer.page(404, "Not Found");
        }
        OfferedAlbum album = group.get().album();
        int widest = options.covers().sizes(album.album()).get(0);
        int size = Math.min(widest, Integer.parseInt(item.group(2)));
        return Answer.of(200, "image/jpeg", CoverFile.of(album, options.covers(), size));
    }

    private boolean hasImage(ReleaseGroup group) {
        return !group.album().has(Flaw.COVER_GONE)
                && !(group.album().has(Flaw.COVER_VANISHES) && listed.contains(group.id()));
    }

    private Index index() {
        List<OfferedArtist> artists = offer.artists();
        Index current = index;
        if (current.of() != artists) {
            current = Index.of(artists, tags);
            index = current;
        }
        return current;
    }

    /** @param of the artists at the time; others mean that the catalogue has grown */
    private record Index(
            List<OfferedArtist> of, Map<String, ReleaseGroup> groups, Map<String, List<ReleaseGroup>> tagged) {
        static Index of(List<OfferedArtist> artists, Tags tags) {
            Map<String, ReleaseGroup> groups = new HashMap<>();
            Map<String, List<ReleaseGroup>> tagged = new HashMap<>();
            for (OfferedArtist artist : artists) {
                for (OfferedAlbum album : artist.albums()) {
                    if (!album.has(Flaw.NULL_ALBUM)) {
                        ReleaseGroup group = ReleaseGroup.of(album, artist, tags.of(album, artist));
                        groups.put(group.id(), group);
                        groups.put(group.releaseId(), group);
                        group.tags()
                                .keySet()
                                .forEach(tag -> tagged.computeIfAbsent(tag, key -> new ArrayList<>())
                                        .add(group));
                    }
                }
            }
            return new Index(artists, groups, tagged);
        }

        List<ReleaseGroup> byTag(String tag) {
            return tagged.getOrDefault(tag.toLowerCase(Locale.ROOT), List.of());
        }

        Optional<ReleaseGroup> byId(String id) {
            return Optional.ofNullable(groups.get(id))
                    .filter(group -> group.id().equals(id));
        }

        Optional<ReleaseGroup> byRelease(String id) {
            return Optional.ofNullable(groups.get(id))
                    .filter(group -> group.releaseId().equals(id));
        }
    }
}
