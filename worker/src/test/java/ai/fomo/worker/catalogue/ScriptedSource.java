package ai.fomo.worker.catalogue;

import ai.fomo.domain.catalogue.Pace;
import ai.fomo.sources.catalogue.CoverRefusedException;
import ai.fomo.sources.catalogue.CoverSource;
import ai.fomo.sources.catalogue.Listing;
import ai.fomo.sources.catalogue.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A catalogue that answers what a test told it to, and remembers what it was asked. */
final class ScriptedSource implements CoverSource {
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<Step, Listing> listings = new ConcurrentHashMap<>();
    final Map<String, byte[]> images = new ConcurrentHashMap<>();
    Pace pace = new Pace(1_000, Duration.ofSeconds(1));
    Optional<Pace> imagePace = Optional.empty();
    /** Thrown once, in place of the next answer. */
    @Nullable
    RuntimeException fault;

    @Override
    public void signIn() {
        asked.add("sign in");
        throwFault();
    }

    @Override
    public Listing list(String genre, Step step) {
        asked.add(genre + " " + step);
        throwFault();
        Listing listing = listings.get(step);
        if (listing == null) {
            throw new IllegalArgumentException("no answer to " + step);
        }
        return listing;
    }

    @Override
    public byte[] image(String url) {
        asked.add(url);
        throwFault();
        byte[] image = images.get(url);
        if (image == null) {
            throw new CoverRefusedException("the image at " + url + " is gone (404)");
        }
        return image;
    }

    @Override
    public Pace pace() {
        return pace;
    }

    @Override
    public Optional<Pace> imagePace() {
        return imagePace;
    }

    private void throwFault() {
        RuntimeException thrown = fault;
        fault = null;
        if (thrown != null) {
            throw thrown;
        }
    }
}
