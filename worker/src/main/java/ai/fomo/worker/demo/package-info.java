/** The demonstration: synthetic images, and nothing else that is not real. */
@NullMarked
package ai.fomo.worker.demo;

import org.jspecify.annotations.NullMarked;
