/** Posters that people have as files: from a directory to genres. */
@NullMarked
package ai.fomo.worker.poster;

import org.jspecify.annotations.NullMarked;
