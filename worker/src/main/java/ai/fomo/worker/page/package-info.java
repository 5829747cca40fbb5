/** Results as one HTML file that needs nothing beside it: no script, no font, no address. */
@NullMarked
package ai.fomo.worker.page;

import org.jspecify.annotations.NullMarked;
