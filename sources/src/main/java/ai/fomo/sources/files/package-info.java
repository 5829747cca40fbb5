/** Covers that people have: a CSV of labels beside a directory of images. */
@NullMarked
package ai.fomo.sources.files;

import org.jspecify.annotations.NullMarked;
