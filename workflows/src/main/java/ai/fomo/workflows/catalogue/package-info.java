@NullMarked
package ai.fomo.workflows.catalogue;

import org.jspecify.annotations.NullMarked;
