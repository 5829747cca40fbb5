@NullMarked
package ai.fomo.sources.http;

import org.jspecify.annotations.NullMarked;
