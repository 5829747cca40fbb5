@NullMarked
package ai.fomo.learning.feature;

import org.jspecify.annotations.NullMarked;
