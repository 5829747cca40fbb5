/** Where the log goes: a file of the home directory, and only what fails to the terminal. */
@NullMarked
package ai.fomo.worker.logging;

import org.jspecify.annotations.NullMarked;
