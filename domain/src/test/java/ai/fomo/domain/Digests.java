package ai.fomo.domain;

import java.nio.charset.StandardCharsets;

/** Digests for tests, by name. */
public final class Digests {
    private Digests() {}

    public static Sha256 digest(String name) {
        return Sha256.of(name.getBytes(StandardCharsets.UTF_8));
    }
}
