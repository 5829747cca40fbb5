@NullMarked
package ai.fomo.domain.training;

import org.jspecify.annotations.NullMarked;
