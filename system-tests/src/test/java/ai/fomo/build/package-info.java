/** The build's own tools, tested like anything else. */
@NullMarked
package ai.fomo.build;

import org.jspecify.annotations.NullMarked;
