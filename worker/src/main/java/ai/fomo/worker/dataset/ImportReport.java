package ai.fomo.worker.dataset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an import came to; also its JSON.
 *
 * @param rows below the header of the CSV
 * @param imported rows whose images are in the catalogue now
 * @param withoutClass of these, images none of whose labels leads to a class: they are in no dataset
 * @param classes in the order of a model's outputs
 * @param reasons refused rows by reason
 * @param refused every one of them, by line
 * @param unmapped labels that lead to no class, with the number of their rows, most frequent first
 * @param copies imported rows with the same image as one before, by line; a dataset holds the image once
 */
public record ImportReport(
        String name,
        int rows,
        int imported,
        int withoutClass,
        List<String> classes,
        Map<String, Integer> reasons,
        List<RowRefusal> refused,
        Map<String, Integer> unmapped,
        List<RowCopy> copies) {
    public ImportReport {
        classes = List.copyOf(classes);
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        refused = List.copyOf(refused);
        copies = List.copyOf(copies);
        unmapped = Collections.unmodifiableMap(new LinkedHashMap<>(unmapped));
    }

    static Map<String, Integer> countByReason(List<RowRefusal> refused) {
        Map<String, Integer> counts = new TreeMap<>();
        refused.forEach(refusal -> counts.merge(refusal.reason().label(), 1, Integer::sum));
        return counts;
    }
}
