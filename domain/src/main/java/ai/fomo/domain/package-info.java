@NullMarked
package ai.fomo.domain;

import org.jspecify.annotations.NullMarked;
