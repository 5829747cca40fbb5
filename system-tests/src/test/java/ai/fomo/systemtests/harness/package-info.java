@NullMarked
package ai.fomo.systemtests.harness;

import org.jspecify.annotations.NullMarked;
