package ai.fomo.worker.command;

import ai.fomo.worker.doctor.Check;
import ai.fomo.worker.doctor.Check.Verdict;
import ai.fomo.worker.doctor.HostChecks;
import ai.fomo.worker.doctor.ServiceChecks;
import ai.fomo.worker.doctor.SourceChecks;
import ai.fomo.worker.view.CheckList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** Looks at everything the platform needs and changes nothing. */
@Command(
        name = "doctor",
        description = {
            "Says what was found (Java, ND4J, GPU, Temporal, PostgreSQL, S3, disk, memory, sources) and what to do about each fault.",
            "Exit code 1 where there is a fault."
        },
        footer = {"", "Example:", "  fomo doctor"})
public final class DoctorCommand extends Subcommand {
    @Override
    protected ExitCode run() {
        List<Check> checks = Stream.of(
                        HostChecks.all(configuration().home(), configuration().device()),
                        ServiceChecks.all(configuration()),
                        SourceChecks.all(configuration().sources()))
                .flatMap(List::stream)
                .toList();
        console().print(CheckList.of(checks));
        console().document(checks);
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.FAULT) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
