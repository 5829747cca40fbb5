@NullMarked
package ai.fomo.worker.demo.catalogue;

import org.jspecify.annotations.NullMarked;
