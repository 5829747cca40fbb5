@NullMarked
package ai.fomo.learning.image;

import org.jspecify.annotations.NullMarked;
