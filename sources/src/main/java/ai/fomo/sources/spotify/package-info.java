/** A client of the Spotify Web API, and of servers that speak its shape. */
@NullMarked
package ai.fomo.sources.spotify;

import org.jspecify.annotations.NullMarked;
