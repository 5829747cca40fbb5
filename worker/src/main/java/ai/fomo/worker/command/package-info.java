/** The subcommands of {@code fomo} and how they speak. */
@NullMarked
package ai.fomo.worker.command;

import org.jspecify.annotations.NullMarked;
