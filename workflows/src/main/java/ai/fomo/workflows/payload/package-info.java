@NullMarked
package ai.fomo.workflows.payload;

import org.jspecify.annotations.NullMarked;
