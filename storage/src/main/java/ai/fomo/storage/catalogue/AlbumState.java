package ai.fomo.storage.catalogue;

/** What has become of the cover of an album. */
public sealed interface AlbumState {
    /** It is still to be fetched. */
    record Pending(String imageUrl) implements AlbumState {}

    record Stored() implements AlbumState {}

    /** @param of the album whose cover it is, too */
    record Duplicate(String of) implements AlbumState {}

    record Refused(String reason) implements AlbumState {}
}
