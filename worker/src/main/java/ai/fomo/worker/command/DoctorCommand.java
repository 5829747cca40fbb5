package ai.fomo.worker.command;

import ai.fomo.worker.doctor.Check;
import ai.fomo.worker.doctor.Check.Verdict;
import ai.fomo.worker.doctor.HostChecks;
import ai.fomo.worker.doctor.ServiceChecks;
import ai.fomo.worker.view.CheckList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Looks at everything the platform needs and changes nothing. */
@Command(
        name = "doctor",
        description = {
            "Says what was found (Java, ND4J, GPU, Temporal, PostgreSQL, S3, disk, memory) and what to do about each fault.",
            "Exit code 1 where there is a fault."
        },
        footer = {"", "Example:", "  fomo doctor"})
public final class DoctorCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        List<Check> checks = Stream.concat(
                        HostChecks.all(configuration().home(), configuration().device()).stream(),
                        ServiceChecks.all(configuration()).stream())
                .toList();
        console().print(CheckList.of(checks));
        console().document(checks);
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.FAULT) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
