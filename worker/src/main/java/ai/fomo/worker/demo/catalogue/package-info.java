/** A synthetic catalogue, and the local server through which it is fetched as the real one would be. */
@NullMarked
package ai.fomo.worker.demo.catalogue;

import org.jspecify.annotations.NullMarked;
