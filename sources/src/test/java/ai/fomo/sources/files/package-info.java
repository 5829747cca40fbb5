@NullMarked
package ai.fomo.sources.files;

import org.jspecify.annotations.NullMarked;
