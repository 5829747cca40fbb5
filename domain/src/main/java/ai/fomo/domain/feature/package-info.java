@NullMarked
package ai.fomo.domain.feature;

import org.jspecify.annotations.NullMarked;
