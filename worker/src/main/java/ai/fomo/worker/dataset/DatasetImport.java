package ai.fomo.worker.dataset;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceKind;
import ai.fomo.domain.catalogue.Thumbnail;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.sources.files.LabelledFile;
import ai.fomo.storage.Database;
import ai.fomo.storage.blob.BlobStore;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.dataset.ImageIntake.Intake;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Brings a planned import into the catalogue. Images are looked at and stored first, all rows are written in one transaction
 * at the end: an import that is aborted leaves at most blobs that nothing refers to.
 */
public final class DatasetImport {
    private final SourceStore sources;
    private final CoverStore covers;
    private final GenreMapStore maps;
    private final ImageIntake intake;

    public DatasetImport(Database database, BlobStore blobs) {
        this.sources = new SourceStore(database.jdbi());
        this.covers = new CoverStore(database.jdbi());
        this.maps = new GenreMapStore(database.jdbi());
        this.intake = new ImageIntake(blobs);
    }

    /**
     * @param progress told how many rows are done, from this thread
     * @throws ImportRefusedException where the name is taken or no row can be used
     */
    public ImportReport run(ImportPlan plan, LongConsumer progress) {
        ImportRequest request = plan.request();
        if (sources.find(request.name()).isPresent()) {
            throw new ImportRefusedException(
                    "there is a dataset named '" + request.name() + "' already; choose another --name");
        }
        List<RowRefusal> refused = new ArrayList<>(plan.refused());
        List<Intake.Stored> stored = usable(takeIn(plan.rows(), progress), refused);
        refused.sort(Comparator.comparingLong(RowRefusal::line));
        if (stored.isEmpty()) {
            throw noUsableRow(request, refused);
        }
        List<LabelledFile> rows = stored.stream().map(Intake.Stored::row).toList();
        ClassMapping mapping = request.rules().mapping(rows);
        int withoutClass = (int) rows.stream()
                .filter(row -> row.labels().stream()
                        .allMatch(label -> mapping.classOf(label).isEmpty()))
                .count();
        if (withoutClass == rows.size()) {
            throw new ImportRefusedException(request.csv().getFileName()
                    + ": no label leads to a class; map them with --map, or use --classes-from-labels");
        }
        write(request, stored, refused);
        return new ImportReport(
                request.name(),
                plan.total(),
                stored.size(),
                withoutClass,
                mapping.classes(),
                ImportReport.countByReason(refused),
                refused,
                plan.unmapped(),
                RowCopy.among(stored, mapping));
    }

    private List<Intake> takeIn(List<LabelledFile> rows, LongConsumer progress) {
        List<Intake> results = new ArrayList<>();
        try {
            ManyImages.each(rows, intake::takeIn, results::add, progress);
        } catch (ImagesInterruptedException e) {
            throw new ImportRefusedException("the import was interrupted; nothing of it is in the catalogue", e);
        }
        return results;
    }

    private static List<Intake.Stored> usable(List<Intake> intakes, List<RowRefusal> refused) {
        List<Intake.Stored> usable = new ArrayList<>();
        for (Intake intake : intakes) {
            if (intake instanceof Intake.Refused refusal) {
                refused.add(refusal.refusal());
            } else if (intake instanceof Intake.Stored stored) {
                usable.add(stored);
            }
        }
        return usable;
    }

    private void write(ImportRequest request, List<Intake.Stored> stored, List<RowRefusal> refused) {
        if (request.rules() instanceof LabelRules.Mapped mapped) {
            maps.put(mapped.map());
        }
        Source source = new Source(
                request.name(), SourceKind.FILES, null, request.rules().labelling());
        Map<String, String> refusals = new LinkedHashMap<>();
        // By line: a file may be named in several, and one of them may be the row that is good.
        refused.forEach(refusal -> refusals.put("line " + refusal.line() + ": " + refusal.file(), refusal.detail()));
        Map<Sha256, Thumbnail> fingerprints = new HashMap<>();
        stored.forEach(image -> fingerprints.put(image.image(), image.fingerprint()));
        covers.importAll(
                source,
                stored.stream().map(image -> cover(request.name(), image)).toList(),
                fingerprints,
                refusals);
    }

    private static Cover cover(String source, Intake.Stored stored) {
        LabelledFile row = stored.row();
        String group = row.group();
        return new Cover(
                stored.image(),
                source,
                row.name(),
                group == null ? stored.image().hex() : group,
                row.split(),
                stored.info().width(),
                stored.info().height(),
                LabelRules.sourceLabels(row));
    }

    private static ImportRefusedException noUsableRow(ImportRequest request, List<RowRefusal> refused) {
        RowRefusal example = refused.get(0);
        return new ImportRefusedException(request.csv().getFileName() + ": none of its " + refused.size()
                + " rows can be used; the first, line " + example.line() + " (" + example.file() + "): "
                + example.detail());
    }
}
