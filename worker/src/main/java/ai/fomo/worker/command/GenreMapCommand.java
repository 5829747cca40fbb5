package ai.fomo.worker.command;

import ai.fomo.domain.Sha256;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.GenreMap;
import ai.fomo.domain.genre.LabelChange;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.domain.genre.MappingReport;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.genre.BundledGenreMaps;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.worker.dataset.NamedGenreMap;
import ai.fomo.worker.platform.Platform;
import ai.fomo.worker.platform.PlatformOptions;
import ai.fomo.worker.view.GenreMapText;
import ai.fomo.worker.view.GenreMapsDocument.ExplainedLabel;
import ai.fomo.worker.view.GenreMapsDocument.ListedMap;
import ai.fomo.worker.view.GenreMapsDocument.MappedDataset;
import ai.fomo.worker.wiring.DatasetBuilds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code fomo genre map}. */
@Command(
        name = "map",
        description = {
            "Lists the genre maps that ship, and those that datasets use; explains labels; checks a map; and gives a dataset"
                    + " another one.",
            "",
            "A map is YAML: rules that lead from a label to a class, or to another label of the map. Case, accents, spaces and"
                    + " punctuation make no difference. A map with a cycle, an unknown class or rules that disagree is refused.",
            "",
            "Labels are kept as their source wrote them, and go through the map when a dataset is built. Another map (--use)"
                    + " therefore makes another dataset at the next build, without fetching anything; those that were built"
                    + " before stay as they are.",
            "",
            "With --explain the exit code is 1 where a label has no class in any of the maps, 0 otherwise."
        },
        footer = {
            "",
            "Example:",
            "  fomo genre map",
            "  fomo genre map --explain \"melodic house & techno\"",
            "  fomo genre map --explain acid --map mine.yaml",
            "  fomo genre map --map mine.yaml --check",
            "  fomo genre map --dataset covers --top 100",
            "  fomo genre map --dataset covers --use mine.yaml"
        })
public final class GenreMapCommand extends Subcommand {
    @Option(names = "--explain", paramLabel = "LABEL", description = "Which rule says what it means. Repeatable.")
    private List<String> labels = new ArrayList<>();

    @Option(
            names = "--map",
            paramLabel = "NAME|FILE",
            description = "A map that ships, or your own. Repeatable; with --explain all that ship if not given.")
    private List<String> maps = new ArrayList<>();

    @Option(names = "--check", description = "Load the maps and say what they are, or what is wrong.")
    private boolean check;

    @Option(names = "--dataset", paramLabel = "NAME", description = "What its labels mean, and which mean nothing.")
    private @Nullable String dataset;

    @Option(names = "--use", paramLabel = "NAME|FILE", description = "The map of the dataset from now on.")
    private @Nullable String use;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "50",
            description = "How many labels to show of each kind (default: ${DEFAULT-VALUE}); --json has all.")
    private int top;

    @Override
    protected ExitCode run() {
        if (use != null && dataset == null) {
            throw new ParameterException(
                    spec().commandLine(), "--use needs --dataset: whose labels are to go through it?");
        }
        // Before any service is started.
        List<GenreMap> named = maps.stream().map(NamedGenreMap::of).toList();
        if (!labels.isEmpty()) {
            return explain(named.isEmpty() ? bundled() : named);
        }
        if (check || !named.isEmpty()) {
            return list((named.isEmpty() ? bundled() : named)
                    .stream().map(map -> ListedMap.of(map, List.of())).toList());
        }
        GenreMap next = use == null ? null : NamedGenreMap.of(use);
        try (Platform platform =
                Platform.joinOrStart(configuration(), PlatformOptions.withoutWorker(), console()::note)) {
            return dataset == null ? list(known(platform)) : report(platform, dataset, next);
        }
    }

    private static List<GenreMap> bundled() {
        return BundledGenreMaps.names().stream().map(BundledGenreMaps::named).toList();
    }

    private ExitCode explain(List<GenreMap> among) {
        List<ExplainedLabel> explained = labels.stream()
                .flatMap(label -> among.stream().map(map -> ExplainedLabel.of(label, map)))
                .toList();
        console().print(GenreMapText.explained(explained));
        console().document(explained);
        boolean all = labels.stream()
                .allMatch(label ->
                        among.stream().anyMatch(map -> map.classOf(label).isPresent()));
        return all ? ExitCode.DONE : ExitCode.FAILED;
    }

    private ExitCode list(List<ListedMap> listed) {
        console().print(GenreMapText.listed(listed));
        console().document(listed);
        return ExitCode.DONE;
    }

    /** Those that ship, and others that datasets use. */
    private static List<ListedMap> known(Platform platform) {
        var inUse = new GenreMapStore(platform.database().jdbi()).inUse();
        List<ListedMap> listed = new ArrayList<>();
        List<GenreMap> bundled = bundled();
        bundled.forEach(map -> listed.add(ListedMap.of(map, inUse.getOrDefault(map, List.of()))));
        inUse.forEach((map, sources) -> {
            if (!bundled.contains(map)) {
                listed.add(ListedMap.of(map, sources));
            }
        });
        return listed;
    }

    private ExitCode report(Platform platform, String name, @Nullable GenreMap next) {
        SourceStore sources = new SourceStore(platform.database().jdbi());
        GenreMapStore stored = new GenreMapStore(platform.database().jdbi());
        CoverStore covers = new CoverStore(platform.database().jdbi());
        Source source = KnownDatasets.require(platform.database(), name);
        ClassMapping before =
                DatasetBuilds.over(platform.database().jdbi(), platform.blobs()).mapping(source);
        ClassMapping after = next == null ? before : ClassMapping.of(next);
        if (next != null) {
            Sha256 digest = stored.put(next);
            sources.remap(name, digest);
        }
        GenreMap map = next != null
                ? next
                : source.labelling() instanceof Labelling.Mapped mapped ? stored.get(mapped.map()) : null;
        MappedDataset document = new MappedDataset(
                name,
                map == null ? null : ListedMap.of(map, List.of()),
                MappingReport.of(after, covers.labelSets(name)),
                next != null,
                !before.classes().equals(after.classes()),
                LabelChange.between(before, after, covers.labels(name)).stream()
                        .map(MappedDataset.Change::of)
                        .toList());
        console().print(GenreMapText.mapped(document, top));
        console().document(document);
        return ExitCode.DONE;
    }
}
