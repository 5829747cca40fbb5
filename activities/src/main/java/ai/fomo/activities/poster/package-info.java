@NullMarked
package ai.fomo.activities.poster;

import org.jspecify.annotations.NullMarked;
