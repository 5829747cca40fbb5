@NullMarked
package ai.fomo.systemtests;

import org.jspecify.annotations.NullMarked;
