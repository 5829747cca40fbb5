/** The command line's entry. */
@NullMarked
package ai.fomo.worker;

import org.jspecify.annotations.NullMarked;
