@NullMarked
package ai.fomo.workflows.registry;

import org.jspecify.annotations.NullMarked;
