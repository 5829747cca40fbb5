@NullMarked
package ai.fomo.workflows;

import org.jspecify.annotations.NullMarked;
