@NullMarked
package ai.fomo.storage;

import org.jspecify.annotations.NullMarked;
