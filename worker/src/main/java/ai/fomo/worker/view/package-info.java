/** What results look like on a terminal and as JSON, the same for every command that shows them. */
@NullMarked
package ai.fomo.worker.view;

import org.jspecify.annotations.NullMarked;
