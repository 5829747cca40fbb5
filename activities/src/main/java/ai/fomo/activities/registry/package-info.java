@NullMarked
package ai.fomo.activities.registry;

import org.jspecify.annotations.NullMarked;
