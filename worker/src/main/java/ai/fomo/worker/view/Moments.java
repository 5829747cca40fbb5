package ai.fomo.worker.view;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as tables show them: to the second, in UTC. */
final class Moments {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Moments() {}

    static String text(Instant instant) {
        return FORM.format(instant);
    }
}
