@NullMarked
package ai.fomo.activities.feature;

import org.jspecify.annotations.NullMarked;
