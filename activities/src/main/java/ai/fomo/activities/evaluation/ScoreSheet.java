package ai.fomo.activities.evaluation;

import ai.fomo.domain.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/**
 * What a model said of judged items, as it lies in {@code evaluations/}: figures can be computed again from it, and two models
 * compared, without any image. CSV of the columns {@code image} and one per class, sorted by image: equal sheets are equal
 * bytes.
 *
 * @param scores by image, one probability per class, in their order; as float32, which is what was judged
 */
public record ScoreSheet(List<String> classes, SortedMap<Sha256, float[]> scores) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();
    private static final String IMAGE = "image";

    public ScoreSheet {
        classes = List.copyOf(classes);
    }

    public byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(100 + scores.size() * (66 + 12 * classes.size()));
        try (CSVPrinter printer = new CSVPrinter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), FORMAT)) {
            printer.print(IMAGE);
            printer.printRecord(classes);
            for (var row : scores.entrySet()) {
                printer.print(row.getKey().hex());
                for (float score : row.getValue()) {
                    printer.print(score);
                }
                printer.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException where the bytes, though verified, are of another kind */
    public static ScoreSheet parse(byte[] csv) {
        try (CSVParser parser = CSVParser.builder()
                .setReader(new InputStreamReader(new ByteArrayInputStream(csv), StandardCharsets.UTF_8))
                .setFormat(FORMAT)
                .get()) {
            List<String> classes = new ArrayList<>();
            SortedMap<Sha256, float[]> scores = new TreeMap<>();
            for (CSVRecord row : parser) {
                if (row.getRecordNumber() == 1) {
                    classes.addAll(row.toList().subList(1, row.size()));
                } else {
                    scores.put(new Sha256(row.get(0)), floats(row, classes.size()));
                }
            }
            return new ScoreSheet(classes, scores);
        } catch (IOException e) {
            throw new IllegalArgumentException("a sheet of scores is CSV: " + e.getMessage(), e);
        }
    }

    private static float[] floats(CSVRecord row, int classes) {
        if (row.size() != 1 + classes) {
            throw new IllegalArgumentException("a sheet of scores has " + (row.size() - 1) + " scores for " + classes
                    + " classes in record " + row.getRecordNumber());
        }
        float[] scores = new float[classes];
        for (int c = 0; c < classes; c++) {
            scores[c] = Float.parseFloat(row.get(1 + c));
        }
        return scores;
    }

    /** The scores of one image, as figures are computed from them. */
    double[] probabilities(Sha256 image) {
        float[] row = scores.get(image);
        if (row == null) {
            throw new IllegalArgumentException("the sheet has no image " + image);
        }
        double[] probabilities = new double[row.length];
        for (int c = 0; c < row.length; c++) {
            probabilities[c] = row[c];
        }
        return probabilities;
    }
}
