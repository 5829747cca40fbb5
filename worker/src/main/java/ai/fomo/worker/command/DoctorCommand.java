package ai.fomo.worker.command;

import ai.fomo.worker.doctor.Check;
import ai.fomo.worker.doctor.Check.Verdict;
import ai.fomo.worker.doctor.HostChecks;
import ai.fomo.worker.doctor.ServiceChecks;
import java.util.List;
import java.util.Locale;
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
                        HostChecks.all(configuration().home()).stream(), ServiceChecks.all(configuration()).stream())
                .toList();
        for (Check check : checks) {
            console()
                    .print(String.format(
                            Locale.ROOT,
                            "%-8s %-17s %s",
                            check.verdict().name().toLowerCase(Locale.ROOT),
                            check.name(),
                            check.found()));
            if (check.advice() != null) {
                console().print(" ".repeat(27) + check.advice());
            }
        }
        console().document(checks);
        return checks.stream().anyMatch(check -> check.verdict() == Verdict.FAULT) ? ExitCode.FAILED : ExitCode.DONE;
    }
}
