@NullMarked
package ai.fomo.learning.training;

import org.jspecify.annotations.NullMarked;
