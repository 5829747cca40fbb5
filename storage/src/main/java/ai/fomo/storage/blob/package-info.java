@NullMarked
package ai.fomo.storage.blob;

import org.jspecify.annotations.NullMarked;
