@NullMarked
package ai.fomo.workflows.dataset;

import org.jspecify.annotations.NullMarked;
