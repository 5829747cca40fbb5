@NullMarked
package ai.fomo.workflows.evaluation;

import org.jspecify.annotations.NullMarked;
