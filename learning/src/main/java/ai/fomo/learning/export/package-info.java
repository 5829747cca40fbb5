/** Models as files that other programs can use. */
@NullMarked
package ai.fomo.learning.export;

import org.jspecify.annotations.NullMarked;
