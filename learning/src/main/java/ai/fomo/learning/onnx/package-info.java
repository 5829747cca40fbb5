/** Networks as ONNX files. */
@NullMarked
package ai.fomo.learning.onnx;

import org.jspecify.annotations.NullMarked;
