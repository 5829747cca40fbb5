package ai.fomo.activities.dataset;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;

import ai.fomo.activities.catalogue.UnknownSourceException;
import ai.fomo.domain.catalogue.Source;
import ai.fomo.domain.dataset.DatasetBuild;
import ai.fomo.domain.dataset.Leak;
import ai.fomo.domain.genre.ClassMapping;
import ai.fomo.domain.genre.MappingReport;
import ai.fomo.storage.catalogue.CoverStore;
import ai.fomo.storage.catalogue.SourceStore;
import ai.fomo.workflows.dataset.DatasetActivities;
import ai.fomo.workflows.dataset.DatasetBuildRequest;
import ai.fomo.workflows.dataset.DatasetBuildResult;
import ai.fomo.workflows.dataset.FingerprintRequest;
import ai.fomo.workflows.dataset.FingerprintResult;
import ai.fomo.workflows.dataset.GenreMappingRequest;
import ai.fomo.workflows.dataset.GenreMappingResult;
import ai.fomo.workflows.dataset.LeakCount;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@inheritDoc} */
public final class DatasetActivitiesImpl implements DatasetActivities {
    /** More would not be read by anybody, and a payload has its limits. */
    private static final int UNMAPPED_SHOWN = 50;

    private final SourceStore sources;
    private final CoverStore covers;
    private final CoverFingerprints fingerprints;
    private final DatasetBuilding building;

    public DatasetActivitiesImpl(
            SourceStore sources, CoverStore covers, CoverFingerprints fingerprints, DatasetBuilding building) {
        this.sources = sources;
        this.covers = covers;
        this.fingerprints = fingerprints;
        this.building = building;
    }

    @Override
    public GenreMappingResult mapGenres(GenreMappingRequest request) {
        ClassMapping mapping = building.mapping(source(request.source()));
        MappingReport report = MappingReport.of(mapping, covers.labelSets(request.source()));
        return new GenreMappingResult(
                mapping.classes(),
                report.withClass(),
                report.withoutClass(),
                mostFrequent(report.unmapped(), UNMAPPED_SHOWN));
    }

    @Override
    public FingerprintResult fingerprintCovers(FingerprintRequest request) {
        Source source = source(request.source());
        ActivityExecutionContext context = Activity.getExecutionContext();
        return fingerprints.make(source.name(), context::heartbeat);
    }

    @Override
    public DatasetBuildResult buildDataset(DatasetBuildRequest request) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        BuiltDataset built = building.build(request, phase -> context.heartbeat(phase.label()));
        DatasetBuild build = built.build();
        Map<String, Integer> exclusions = build.exclusions().stream()
                .collect(groupingBy(exclusion -> exclusion.reason().label(), summingInt(exclusion -> 1)));
        return new DatasetBuildResult(
                built.dataset(),
                build.exclusions().size(),
                mostFrequent(exclusions, exclusions.size()),
                leaks(build.leaks()),
                build.findings().stream()
                        .limit(DatasetBuildResult.MOST_FINDINGS)
                        .toList(),
                built.drift());
    }

    private Source source(String name) {
        return sources.find(name).orElseThrow(() -> new UnknownSourceException(name));
    }

    private static List<LeakCount> leaks(List<Leak> leaks) {
        List<LeakCount> counts = new ArrayList<>();
        for (Leak.Kind kind : Leak.Kind.values()) {
            List<Leak> ofKind =
                    leaks.stream().filter(leak -> leak.kind() == kind).toList();
            int resolved = (int) ofKind.stream().filter(Leak::resolved).count();
            if (!ofKind.isEmpty()) {
                counts.add(new LeakCount(kind.label(), resolved, ofKind.size() - resolved));
            }
        }
        return counts;
    }

    private static Map<String, Integer> mostFrequent(Map<String, Integer> counts, int limit) {
        Map<String, Integer> result = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(limit)
                .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
        return result;
    }
}
