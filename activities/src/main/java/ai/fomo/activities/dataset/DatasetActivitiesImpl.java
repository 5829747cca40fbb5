package ai.fomo.activities.dataset;

import ai.fomo.activities.catalogue.UnknownSourceException;
import ai.fomo.domain.catalogue.Cover;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.catalogue.SourceLabel;
import ai.fomo.domain.dataset.BuildRules;
import ai.fomo.domain.dataset.Copies;
import ai.fomo.domain.dataset.Dataset;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.DatasetBuilder;
import ai.fomo.domain.dataset.DatasetManifest;
import ai.fomo.domain.dataset.KnownImages;
import ai.fomo.domain.dataset.RareClassRule;
import ai.fomo.domain.dataset.RememberedSplits;
import ai.fomo.domain.dataset.SplitShares;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.Labelling;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.storage.dataset.DatasetStore;
import ai.fomo.storage.genre.GenreMapStore;
import ai.fomo.workflows.dataset.DatasetActivities;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.GenreMappingRequest;
import ai.fomo.workflows.dataset.GenreMappingResult;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@inheritDoc} */
public final class DatasetActivitiesImpl implements DatasetActivities {
    /** More would not be read by anybody, and a payload has its limits. */
    private static final int UNMAPPED_SHOWN = 50;

    private final SourceStore sources;
    private final CoverStore covers;
    private final GenreMapStore maps;
    private final DatasetStore datasets;

    public DatasetActivitiesImpl(SourceStore sources, CoverStore covers, GenreMapStore maps, DatasetStore datasets) {
        this.sources = sources;
        this.covers = covers;
        this.maps = maps;
        this.datasets = datasets;
    }

    @Override
    public GenreMappingResult mapGenres(GenreMappingRequest request) {
        List<Cover> all = covers.ofSource(request.source());
        ClassMapping mapping = mappingOf(source(request.source()), all);
        Map<String, Integer> unmapped = new TreeMap<>();
        int withClass = 0;
        for (Cover cover : all) {
            boolean hasClass = false;
            for (SourceLabel label : cover.labels()) {
                if (mapping.classOf(label.text()).isPresent()) {
                    hasClass = true;
                } else {
                    unmapped.merge(label.text(), 1, Integer::sum);
                }
            }
            withClass += hasClass ? 1 : 0;
        }
        return new GenreMappingResult(mapping.classes(), withClass, all.size() - withClass, mostFrequent(unmapped));
    }

    @Override
    public DatasetBuildResult buildDataset(DatasetBuildRequest request) {
        Source source = source(request.source());
        List<Cover> all = covers.ofSource(request.source());
        KnownImages images = new KnownImages(mappingOf(source, all));
        all.forEach(images::add);
        BuildRules rules = new BuildRules(SplitShares.standard(), request.seed(), RareClassRule.standard());
        DatasetBuild build = DatasetBuilder.build(images, Copies.none(), RememberedSplits.none(), rules);
        DatasetManifest manifest = build.manifest();
        Dataset dataset = new Dataset(
                manifest.digest(),
                source.name(),
                source.labelling(),
                request.seed(),
                manifest.classes(),
                manifest.counts(),
                null);
        datasets.save(dataset, build);
        return new DatasetBuildResult(dataset, build.exclusions().size());
    }

    private Source source(String name) {
        return sources.find(name).orElseThrow(() -> new UnknownSourceException(name));
    }

    private ClassMapping mappingOf(Source source, List<Cover> covers) {
        Labelling labelling = source.labelling();
        if (labelling instanceof Labelling.Mapped mapped) {
            return ClassMapping.of(maps.get(mapped.map()));
        }
        return ClassMapping.fromLabels(
                covers.stream().flatMap(cover -> cover.labels().stream()).toList());
    }

    private static Map<String, Integer> mostFrequent(Map<String, Integer> counts) {
        Map<String, Integer> result = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(UNMAPPED_SHOWN)
                .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
        return result;
    }
}
