@NullMarked
package ai.fomo.storage.dataset;

import org.jspecify.annotations.NullMarked;
