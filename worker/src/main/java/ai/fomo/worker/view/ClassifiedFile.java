package ai.fomo.worker.view;

import ai.fomo.domain.poster.Classification;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A poster's file and what came of it. Its JSON is {@code file} beside the fields of the classify contract, or an error. */
public sealed interface ClassifiedFile {
    String file();

    /** @param classification its fields stand beside {@code file} */
    record Classified(String file, @JsonUnwrapped Classification classification) implements ClassifiedFile {}

    /** @param error why the file could not be classified, as a sentence */
    record Failed(String file, String error) implements ClassifiedFile {}
}
