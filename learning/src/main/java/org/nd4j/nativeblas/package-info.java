/** A class that Deeplearning4j looks for by a name that ND4J has given up. */
@NullMarked
package org.nd4j.nativeblas;

import org.jspecify.annotations.NullMarked;
