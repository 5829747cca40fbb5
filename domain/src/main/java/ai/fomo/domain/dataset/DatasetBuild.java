package ai.fomo.domain.dataset;

import ai.fomo.domain.Sha256;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of the covers of a source: each of its images is either an item or an exclusion.
 *
 * @param exclusions sorted by image
 * @param leaks found, resolved or not
 * @param assigned splits that this build has newly given, by the name of a group or the digest of an image: to be
 *     remembered, so that they hold in every later dataset
 * @param findings what a person should know before training, one sentence each
 */
public record DatasetBuild(
        DatasetManifest manifest,
        List<Exclusion> exclusions,
        List<Leak> leaks,
        SortedMap<String, Split> assigned,
        List<String> findings) {
    public DatasetBuild {
        exclusions = List.copyOf(exclusions);
        leaks = List.copyOf(leaks);
        assigned = Collections.unmodifiableSortedMap(new TreeMap<>(assigned));
        findings = List.copyOf(findings);
    }

    /** With one more sentence, the last. */
    public DatasetBuild withFinding(String finding) {
        List<String> all = new ArrayList<>(findings);
        all.add(finding);
        return new DatasetBuild(manifest, exclusions, leaks, assigned, all);
    }

    /** Digest of the manifest, and so the dataset's identity. */
    public Sha256 digest() {
        return manifest.digest();
    }
}
