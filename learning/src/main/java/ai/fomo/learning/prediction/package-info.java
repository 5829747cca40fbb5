/** What a model says of features: the same for who judges it, who serves it and who takes it elsewhere. */
@NullMarked
package ai.fomo.learning.prediction;

import org.jspecify.annotations.NullMarked;
