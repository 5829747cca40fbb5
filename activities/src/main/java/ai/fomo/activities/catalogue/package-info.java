@NullMarked
package ai.fomo.activities.catalogue;

import org.jspecify.annotations.NullMarked;
