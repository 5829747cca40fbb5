/**
 * Renders the demo's synthetic album covers and event posters: every genre has habits of colour, shape, texture, layout and
 * lettering, none of them its own alone. The same seed gives the same pixels on every machine.
 */
@NullMarked
package ai.fomo.worker.demo.render;

import org.jspecify.annotations.NullMarked;
