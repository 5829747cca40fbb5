package ai.fomo.worker.command;

import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.RareClassRule.Treatment;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a dataset is built, the same for every command that builds one. */
final class BuildOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--rare-classes",
            defaultValue = "refuse",
            paramLabel = "refuse|drop|keep",
            description =
                    "What becomes of classes with too few images for a test that means anything: the dataset is refused,"
                            + " they are left out, or they are trained all the same (default: ${DEFAULT-VALUE}).")
    private Treatment rareClasses = Treatment.REFUSE;

    @Option(
            names = "--minimum-examples",
            defaultValue = "" + RareClassRule.DEFAULT_MINIMUM,
            paramLabel = "N",
            description =
                    "Images that a class needs in all splits together not to be rare; one in each split it needs anyway"
                            + " (default: ${DEFAULT-VALUE}).")
    private int minimumExamples = RareClassRule.DEFAULT_MINIMUM;

    /** What was asked for other than the default, to be repeated by the commands that follow; with a space before it. */
    String inWords() {
        String minimum =
                minimumExamples == RareClassRule.DEFAULT_MINIMUM ? "" : " --minimum-examples " + minimumExamples;
        return (rareClasses == Treatment.REFUSE
                        ? ""
                        : " --rare-classes " + rareClasses.name().toLowerCase(Locale.ROOT))
                + minimum;
    }

    /** @throws ParameterException where the options make no sense */
    RareClassRule rule() {
        if (minimumExamples < 0) {
            throw new ParameterException(
                    command.commandLine(),
                    "--minimum-examples is a count of images, 0 or more, was " + minimumExamples);
        }
        return new RareClassRule(rareClasses, minimumExamples);
    }
}
