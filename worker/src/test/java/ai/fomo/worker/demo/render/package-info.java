@NullMarked
package ai.fomo.worker.demo.render;

import org.jspecify.annotations.NullMarked;
