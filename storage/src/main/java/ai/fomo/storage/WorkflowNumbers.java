package ai.fomo.storage;

import org.jdbi.v3.core.Jdbi;

/** Numbers for workflow ids: counted from 1 for each prefix, never given twice, with gaps where a caller gave up. */
public final class WorkflowNumbers {
    private WorkflowNumbers() {}

    public static int next(Jdbi jdbi, String prefix) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        insert into workflow_number (prefix, last)
                        values (:prefix, 1)
                        on conflict (prefix) do update set last = workflow_number.last + 1
                        returning last""").bind("prefix", prefix).mapTo(int.class).one());
    }
}
