package ai.fomo.workflows.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How far one genre is within this execution: what was picked of it, and whether there is more to pick or to list. */
final class GenreState {
    /** Albums picked and not begun, below which more are fetched from the rows or the source. */
    private static final int FEW = 32;

    private final String name;
    private final String className;
    private final Deque<AlbumReference> queue = new ArrayDeque<>();
    /** No further request of this sync, though picked albums may be left. */
    private boolean listed;
    /** The rows hold nothing more of it, until something is listed. */
    private boolean picked;

    GenreState(String name, String className, boolean listed) {
        this.name = name;
        this.className = className;
        this.listed = listed;
    }

    String name() {
        return name;
    }

    String className() {
        return className;
    }

    boolean listed() {
        return listed;
    }

    int queued() {
        return queue.size();
    }

    boolean wantsPick(Places places) {
        return !picked && wantsMore(places);
    }

    /** Rows come first: they cost no request. */
    boolean wantsListing(Places places) {
        return picked && !listed && wantsMore(places);
    }

    private boolean wantsMore(Places places) {
        return queue.size() < FEW && places.lacks(className);
    }

    void pickedAll() {
        picked = true;
    }

    void listed(ListingResult.Listed answer) {
        listed = answer.exhausted();
        // At its end once more, because what others found may be of this genre too.
        picked = answer.albums() == 0 && !answer.exhausted();
    }

    void add(AlbumReference album, Places places) {
        queue.addLast(album);
        places.queue(album);
    }

    void putBack(AlbumReference album, Places places) {
        queue.addFirst(album);
        places.queue(album);
    }

    /** The next album that there is room for; null where there is none now. */
    @Nullable
    AlbumReference next(Places places) {
        for (var albums = queue.iterator(); albums.hasNext(); ) {
            AlbumReference album = albums.next();
            boolean room = places.haveRoomFor(album);
            if (room || !places.want(album)) {
                albums.remove();
                places.unqueue(album);
            }
            if (room) {
                return album;
            }
        }
        return null;
    }

    /** Whether nothing more comes of it, unless a cover on the way gives its place back. */
    boolean finished(Places places) {
        return places.full(className) || (listed && picked && queue.isEmpty());
    }
}
