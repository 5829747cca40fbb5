@NullMarked
package ai.fomo.domain.dataset;

import org.jspecify.annotations.NullMarked;
