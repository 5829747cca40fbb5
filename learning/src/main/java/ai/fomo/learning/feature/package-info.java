/** From images to feature vectors, and their packed form. */
@NullMarked
package ai.fomo.learning.feature;

import org.jspecify.annotations.NullMarked;
