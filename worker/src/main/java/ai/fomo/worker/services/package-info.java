/** Embedded PostgreSQL, S3 and Temporal: on loopback, with data that survives. */
@NullMarked
package ai.fomo.worker.services;

import org.jspecify.annotations.NullMarked;
