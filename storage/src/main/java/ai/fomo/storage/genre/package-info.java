@NullMarked
package ai.fomo.storage.genre;

import org.jspecify.annotations.NullMarked;
