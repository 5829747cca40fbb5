@NullMarked
package ai.fomo.storage.poster;

import org.jspecify.annotations.NullMarked;
