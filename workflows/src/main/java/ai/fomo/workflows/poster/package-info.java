@NullMarked
package ai.fomo.workflows.poster;

import org.jspecify.annotations.NullMarked;
