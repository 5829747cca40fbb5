@NullMarked
package ai.fomo.storage.registry;

import org.jspecify.annotations.NullMarked;
