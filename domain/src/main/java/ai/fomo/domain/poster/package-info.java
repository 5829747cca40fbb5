@NullMarked
package ai.fomo.domain.poster;

import org.jspecify.annotations.NullMarked;
