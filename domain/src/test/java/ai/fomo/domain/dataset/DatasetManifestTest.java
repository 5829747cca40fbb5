package ai.fomo.domain.dataset;

import static ai.fomo.domain.Digests.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetManifestTest {
    private static final List<String> CLASSES = List.of("Drum, Bass", "Rock \"n\" Roll", "Soul");

    private static DatasetItem item(String image, String group, Split split, Integer... classes) {
        return new DatasetItem(digest(image), group, split, new TreeSet<>(List.of(classes)));
    }

    @Test
    void isSortedCsvWithAColumnPerClass() {
        DatasetManifest manifest = new DatasetManifest(
                CLASSES, List.of(item("a", "Simon, Paul", Split.TEST, 0, 2), item("b", "Sade", Split.TRAIN, 2)));

        // SHA-256 of "b" is 3e23..., of "a" ca97...
        assertThat(new String(manifest.toCsv(), StandardCharsets.UTF_8))
                .isEqualTo("image,group,split,\"Drum, Bass\",\"Rock \"\"n\"\" Roll\",Soul\n"
                        + digest("b") + ",Sade,train,0,0,1\n"
                        + digest("a") + ",\"Simon, Paul\",test,1,0,1\n");
        assertThat(manifest.counts()).isEqualTo(new SplitCounts(1, 0, 1));
    }

    @Property(tries = 200)
    void comesBackFromItsCsvWithTheSameDigest(@ForAll("items") List<DatasetItem> items) {
        DatasetManifest manifest = new DatasetManifest(CLASSES, items);

        DatasetManifest back = DatasetManifest.parse(manifest.toCsv());

        assertThat(back).isEqualTo(manifest);
        assertThat(back.digest()).isEqualTo(manifest.digest());
        assertThat(back.counts().total()).isEqualTo(items.size());
    }

    @Provide
    Arbitrary<List<DatasetItem>> items() {
        Arbitrary<String> names =
                Arbitraries.strings().withChars("aé日 ,\"\n\r0").ofMaxLength(6);
        Arbitrary<SortedSet<Integer>> classes =
                Arbitraries.integers().between(0, 2).set().ofMinSize(1).map(TreeSet::new);
        return Combinators.combine(names, Arbitraries.integers(), Arbitraries.of(Split.class), classes)
                .as((group, image, split, genres) -> new DatasetItem(digest("" + image), group, split, genres))
                .list()
                .uniqueElements(DatasetItem::image)
                .ofMaxSize(20);
    }

    @Test
    void theOrderOfItemsDoesNotChangeTheDigest() {
        DatasetItem a = item("a", "A", Split.TRAIN, 0);
        DatasetItem b = item("b", "B", Split.TEST, 1);

        assertThat(new DatasetManifest(CLASSES, List.of(a, b)).digest())
                .isEqualTo(new DatasetManifest(CLASSES, List.of(b, a)).digest())
                .isNotEqualTo(new DatasetManifest(CLASSES, List.of(a)).digest());
    }

    @Test
    void groupsInSeveralSplitsAreNamed() {
        DatasetManifest manifest = new DatasetManifest(
                CLASSES,
                List.of(
                        item("a", "Sade", Split.TRAIN, 0),
                        item("b", "Sade", Split.TEST, 0),
                        item("c", "Moby", Split.TEST, 0),
                        item("d", "Moby", Split.TEST, 1)));

        assertThat(DatasetManifest.straddlingGroups(manifest.items())).containsExactly("Sade");
    }

    @Test
    void anImageTwiceAClassThatThereIsNotAndNoClassAreRefused() {
        DatasetItem a = item("a", "A", Split.TRAIN, 0);

        assertThatIllegalArgumentException().isThrownBy(() -> new DatasetManifest(CLASSES, List.of(a, a)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatasetManifest(CLASSES, List.of(item("a", "A", Split.TRAIN, 3))));
        assertThatIllegalArgumentException().isThrownBy(() -> new DatasetManifest(List.of(), List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> item("a", "A", Split.TRAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "image,group,split\n",
                "file,labels\n",
                "image,group,split,Soul\nno-digest,A,train,1\n",
                "image,group,split,Soul\n%s,A,train\n",
                "image,group,split,Soul\n%s,A,train,2\n",
                "image,group,split,Soul\n%s,A,holdout,1\n",
                "image,group,split,Soul\n%s,A,train,1",
                "image,group,split,Soul\n%s,\"A,train,1\n"
            })
    void whatIsNoManifestIsRefused(String text) {
        byte[] csv = String.format(text, digest("a")).getBytes(StandardCharsets.UTF_8);

        assertThatIllegalArgumentException().isThrownBy(() -> DatasetManifest.parse(csv));
    }
}
