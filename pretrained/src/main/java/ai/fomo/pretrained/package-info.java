/** The weights that ship with the platform. Where they come from and under which licence: see this module's README. */
@NullMarked
package ai.fomo.pretrained;

import org.jspecify.annotations.NullMarked;
