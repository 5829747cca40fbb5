package ai.fomo.worker.view;

import ai.fomo.worker.doctor.Check;
import java.util.List;
import java.util.Locale;

/** What was looked at, one line each, with advice below where something is wrong. */
public final class CheckList {
    private CheckList() {}

    public static String of(List<Check> checks) {
        StringBuilder text = new StringBuilder();
        for (Check check : checks) {
            String verdict = check.verdict().name().toLowerCase(Locale.ROOT);
            text.append(String.format(Locale.ROOT, "%-8s %-17s %s%n", verdict, check.name(), check.found()));
            if (check.advice() != null) {
                text.append(" ".repeat(27)).append(check.advice()).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }
}
