@NullMarked
package ai.fomo.workflows.feature;

import org.jspecify.annotations.NullMarked;
