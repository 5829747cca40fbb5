/** A client of MusicBrainz's web service and of the Cover Art Archive, and of servers that speak their shape. */
@NullMarked
package ai.fomo.sources.musicbrainz;

import org.jspecify.annotations.NullMarked;
