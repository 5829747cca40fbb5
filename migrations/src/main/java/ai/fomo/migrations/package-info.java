@NullMarked
package ai.fomo.migrations;

import org.jspecify.annotations.NullMarked;
