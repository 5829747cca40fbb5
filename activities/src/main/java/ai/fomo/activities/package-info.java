@NullMarked
package ai.fomo.activities;

import org.jspecify.annotations.NullMarked;
