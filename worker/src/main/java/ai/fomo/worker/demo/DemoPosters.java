package ai.fomo.worker.demo;

import ai.fomo.worker.demo.DemoDocument.PosterPart;
import ai.fomo.worker.demo.render.DemoPoster;
import ai.fomo.worker.view.ClassifiedFile;
import ai.fomo.worker.view.ClassifiedFile.Classified;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Synthetic posters as files, with the genres that they were drawn for. */
public record DemoPosters(Path directory, List<DemoPoster> posters) {
    /** Of another catalogue than the covers: no poster repeats a cover. */
    private static final long SEED = 2;

    public DemoPosters {
        posters = List.copyOf(posters);
    }

    /** Draws them into a directory; the same number gives the same files. */
    public static DemoPosters draw(Path directory, int count) {
        Path target = directory.resolve("synthetic-posters");
        List<DemoPoster> posters = DemoPoster.of(SEED, count);
        try {
            Files.createDirectories(target);
            for (DemoPoster poster : posters) {
                Files.write(target.resolve(poster.file()), poster.jpeg());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the synthetic posters could not be written to " + target, e);
        }
        return new DemoPosters(target, posters);
    }

    public List<Path> files() {
        return posters.stream().map(poster -> directory.resolve(poster.file())).toList();
    }

    /** @param classified in the order of the posters */
    public List<PosterPart> documents(List<ClassifiedFile> classified) {
        List<PosterPart> parts = new ArrayList<>();
        for (int i = 0; i < posters.size(); i++) {
            if (classified.get(i) instanceof Classified right) {
                DemoPoster poster = posters.get(i);
                parts.add(new PosterPart(poster.file(), List.copyOf(poster.truth()), right.classification()));
            }
        }
        return parts;
    }
}
