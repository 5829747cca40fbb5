@NullMarked
package ai.fomo.sources.musicbrainz;

import org.jspecify.annotations.NullMarked;
