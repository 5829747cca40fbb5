@NullMarked
package ai.fomo.workflows.training;

import org.jspecify.annotations.NullMarked;
