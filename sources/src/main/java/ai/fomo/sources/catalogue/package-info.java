/** What a catalogue of covers offers, whoever runs it, and the ways in which it fails. */
@NullMarked
package ai.fomo.sources.catalogue;

import org.jspecify.annotations.NullMarked;
