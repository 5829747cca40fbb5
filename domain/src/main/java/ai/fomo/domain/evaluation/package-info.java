@NullMarked
package ai.fomo.domain.evaluation;

import org.jspecify.annotations.NullMarked;
