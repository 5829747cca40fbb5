@NullMarked
package ai.fomo.domain.genre;

import org.jspecify.annotations.NullMarked;
