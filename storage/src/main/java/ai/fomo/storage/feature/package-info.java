@NullMarked
package ai.fomo.storage.feature;

import org.jspecify.annotations.NullMarked;
