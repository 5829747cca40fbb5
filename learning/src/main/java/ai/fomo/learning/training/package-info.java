/** From feature vectors and targets to the weights of a head, and from a head to probabilities. */
@NullMarked
package ai.fomo.learning.training;

import org.jspecify.annotations.NullMarked;
