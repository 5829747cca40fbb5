@NullMarked
package ai.fomo.domain.registry;

import org.jspecify.annotations.NullMarked;
