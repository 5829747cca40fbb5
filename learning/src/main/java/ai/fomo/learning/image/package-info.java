/** From the bytes of an image that anybody may have sent to upright RGB pixels, or a refusal that says why. */
@NullMarked
package ai.fomo.learning.image;

import org.jspecify.annotations.NullMarked;
