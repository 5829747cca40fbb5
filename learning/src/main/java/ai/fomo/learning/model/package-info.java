/** The files that models and checkpoints are kept in. */
@NullMarked
package ai.fomo.learning.model;

import org.jspecify.annotations.NullMarked;
