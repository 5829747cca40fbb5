/** What is there, what is missing, and what to do about it. */
@NullMarked
package ai.fomo.worker.doctor;

import org.jspecify.annotations.NullMarked;
