/** What the clients of outside catalogues share: one request within its time and size, and what its failures mean. */
@NullMarked
package ai.fomo.sources.http;

import org.jspecify.annotations.NullMarked;
