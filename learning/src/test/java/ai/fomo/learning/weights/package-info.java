@NullMarked
package ai.fomo.learning.weights;

import org.jspecify.annotations.NullMarked;
