package ai.fomo.worker.dataset;

import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.sources.files.CsvLayoutException;
import ai.fomo.sources.files.LabelledFile;
import ai.fomo.sources.files.LabelsCsv;
import ai.fomo.sources.files.RefusedRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An import whose file was read and whose labels are understood; no image was looked at yet.
 *
 * @param refused rows that the file itself rules out
 * @param unmapped labels that lead to no class, with the number of their rows
 */
public record ImportPlan(
        ImportRequest request, List<LabelledFile> rows, List<RowRefusal> refused, Map<String, Integer> unmapped) {
    /** It becomes part of workflow ids. */
    /** @throws ImportRefusedException where the request makes no sense, in one sentence */
    public static ImportPlan of(ImportRequest request) {
        if (!SourceNames.allow(request.name())) {
            throw new ImportRefusedException(SourceNames.refusal(request.name()));
        }
        LabelsCsv csv = read(request);
        Map<String, Integer> unmapped =
                LabelRules.unmapped(csv.rows(), mapping(request.rules(), csv.rows(), request.csv()));
        if (!unmapped.isEmpty() && !request.ignoreUnknownLabels()) {
            throw unknownLabel(request, csv.rows(), unmapped);
        }
        return new ImportPlan(
                request,
                csv.rows(),
                csv.refused().stream().map(ImportPlan::refusal).toList(),
                unmapped);
    }

    /** Rows below the header of the file. */
    public int total() {
        return rows.size() + refused.size();
    }

    private static ClassMapping mapping(LabelRules rules, List<LabelledFile> rows, Path csv) {
        if (rows.stream().allMatch(row -> row.labels().isEmpty())) {
            throw new ImportRefusedException(csv.getFileName() + ": no row has a label; fill in the column labels");
        }
        return rules.mapping(rows);
    }

    private static LabelsCsv read(ImportRequest request) {
        if (!Files.isRegularFile(request.csv())) {
            throw new ImportRefusedException("there is no file " + request.csv() + "; check --csv");
        }
        if (!Files.isDirectory(request.images())) {
            throw new ImportRefusedException("there is no directory " + request.images() + "; check --images");
        }
        try {
            return LabelsCsv.read(request.csv(), request.images());
        } catch (CsvLayoutException e) {
            throw new ImportRefusedException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ImportRefusedException(request.csv() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ImportRefusedException unknownLabel(
            ImportRequest request, List<LabelledFile> rows, Map<String, Integer> unmapped) {
        LabelledFile row = rows.stream()
                .filter(candidate -> candidate.labels().stream().anyMatch(unmapped::containsKey))
                .findFirst()
                .orElseThrow();
        String label =
                row.labels().stream().filter(unmapped::containsKey).findFirst().orElseThrow();
        String others = unmapped.size() == 1 ? "" : " (and " + (unmapped.size() - 1) + " more labels are not)";
        String hint = request.rules()
                .nearest(label)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(".");
        return new ImportRefusedException(
                request.csv().getFileName() + ", line " + row.line() + ": class '" + label
                        + "' is not in the taxonomy" + others + hint
                        + " Map it with --map, leave such labels out with --ignore-unknown-labels, or use --classes-from-labels.");
    }

    private static RowRefusal refusal(RefusedRow row) {
        RowRefusal.Reason reason = switch (row.fault()) {
            case DUPLICATE -> RowRefusal.Reason.DUPLICATE;
            case OUTSIDE_DIRECTORY -> RowRefusal.Reason.OUTSIDE_DIRECTORY;
        };
        return new RowRefusal(row.line(), row.name(), reason, row.reason());
    }
}
