package ai.fomo.worker.command;

import ai.fomo.domain.dataset.Subset;
import ai.fomo.domain.dataset.SubsetSize;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which part of a dataset somebody wants, the same for every command that builds one. */
final class SubsetOptions {
    @Option(
            names = "--subset",
            converter = SubsetSizeConverter.class,
            paramLabel = "PART",
            description =
                    "Only a part of the dataset: 10%%, or 0.1, or a count of training and validation images such as 2000."
                            + " Whole groups, every genre in its share; all test images stay, so that results compare"
                            + " (default: everything).")
    private @Nullable SubsetSize size;

    @Option(
            names = "--subset-seed",
            paramLabel = "N",
            description =
                    "With --subset: subsets of one seed are nested, the 10%% is contained in the 20%% (default: 0).")
    private @Nullable Long seed;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** @throws ParameterException where there is a seed, but no subset */
    void check() {
        if (size == null && seed != null) {
            throw new ParameterException(
                    command.commandLine(), "--subset-seed needs --subset, for example --subset 10%");
        }
    }

    /** Null for the whole dataset. */
    @Nullable
    Subset subset() {
        return size == null ? null : new Subset(size, seed == null ? 0 : seed);
    }
}
