package ai.fomo.workflows.evaluation;

import ai.fomo.domain.Sha256;

/** @param digest of the file that a model would be; nothing is stored or registered */
public record AssembledModel(Sha256 digest) {}
