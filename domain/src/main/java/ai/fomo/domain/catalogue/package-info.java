@NullMarked
package ai.fomo.domain.catalogue;

import org.jspecify.annotations.NullMarked;
