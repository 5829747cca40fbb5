@NullMarked
package ai.fomo.pretrained;

import org.jspecify.annotations.NullMarked;
