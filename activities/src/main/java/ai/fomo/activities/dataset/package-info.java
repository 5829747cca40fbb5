@NullMarked
package ai.fomo.activities.dataset;

import org.jspecify.annotations.NullMarked;
