@NullMarked
package ai.fomo.workflows.retrain;

import org.jspecify.annotations.NullMarked;
