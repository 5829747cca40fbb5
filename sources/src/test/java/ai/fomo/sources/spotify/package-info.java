@NullMarked
package ai.fomo.sources.spotify;

import org.jspecify.annotations.NullMarked;
