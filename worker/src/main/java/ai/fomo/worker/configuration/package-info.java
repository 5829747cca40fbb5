/** What the environment says, checked once: the only place that reads it. */
@NullMarked
package ai.fomo.worker.configuration;

import org.jspecify.annotations.NullMarked;
