@NullMarked
package ai.fomo.storage.catalogue;

import org.jspecify.annotations.NullMarked;
