@NullMarked
package ai.fomo.learning.model;

import org.jspecify.annotations.NullMarked;
