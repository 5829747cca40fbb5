package ai.fomo.worker.configuration;

import ai.fomo.domain.catalogue.Pace;
import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The environment's variables by name, an empty one being as good as none. */
final class Variables {
    static final String POSTGRES_PORT = "FOMO_POSTGRES_PORT";
    static final String S3_PORT = "FOMO_S3_PORT";
    static final String TEMPORAL_PORT = "FOMO_TEMPORAL_PORT";
    static final String TEMPORAL_UI_PORT = "FOMO_TEMPORAL_UI_PORT";

    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern SIZE = Pattern.compile("([0-9]{1,18})([kmgt]?)");
    /** Each 1,024 times the one before. */
    private static final List<String> SIZE_UNITS = List.of("", "k", "m", "g", "t");

    private static final int KIBI = 10;

    private static final Map<String, ChronoUnit> PACE_UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);
    /** No requests at all, or in no time, are no pace. */
    private static final Pattern PACE = Pattern.compile("([1-9][0-9]{0,5})/([1-9][0-9]{0,5})(ms|s|m|h)");

    private final Map<String, String> values;

    Variables(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** @param because what makes it necessary, e.g. "FOMO_S3_ENDPOINT is set" */
    String require(String name, String because) {
        return find(name)
                .orElseThrow(() -> new ConfigurationException(name + " is not set, but " + because + ": set it too."));
    }

    int port(String name, int otherwise) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int port = Integer.parseInt(value.get());
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new ConfigurationException(
                name + " is '" + value.get() + "', but must be a port from 1 to 65535, or 0 for any free one.");
    }

    /** A size such as 20g; of bytes where there is no letter. */
    long bytes(String name, long otherwise) {
        Optional<String> value = find(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        Matcher size = SIZE.matcher(value.get().toLowerCase(Locale.ROOT));
        try {
            if (size.matches()) {
                return Math.multiplyExact(
                        Long.parseLong(size.group(1)), 1L << (KIBI * SIZE_UNITS.indexOf(size.group(2))));
            }
        } catch (ArithmeticException e) {
            // Said below, as for what is no number.
        }
        throw new ConfigurationException(
                name + " is '" + value.get() + "', but must be a size such as 20g or 500m, or 0 for none.");
    }

    /** Requests in a length of time, such as 90/30s. */
    Optional<Pace> pace(String name) {
        return find(name).map(value -> {
            Matcher pace = PACE.matcher(value.toLowerCase(Locale.ROOT));
            if (pace.matches()) {
                return new Pace(
                        Integer.parseInt(pace.group(1)),
                        Duration.of(Long.parseLong(pace.group(2)), PACE_UNITS.get(pace.group(3))));
            }
            throw new ConfigurationException(name + " is '" + value
                    + "', but must be a number of requests in a length of time (ms, s, m, h), such as 90/30s.");
        });
    }

    Optional<URI> address(String name) {
        return find(name).map(value -> {
            try {
                URI address = new URI(value);
                if (("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                        && address.getHost() != null) {
                    return address;
                }
            } catch (URISyntaxException e) {
                // Said below, as for another scheme.
            }
            throw new ConfigurationException(
                    name + " is '" + value + "', but must be an address that begins with http:// or https://.");
        });
    }

    Optional<Path> path(String name) {
        return find(name).map(value -> {
            try {
                return Path.of(value).toAbsolutePath().normalize();
            } catch (InvalidPathException e) {
                throw new ConfigurationException(name + " is '" + value + "', which is not a path.");
            }
        });
    }

    /** The shell's PATH; what is no path in it is left out, as the shell does. */
    List<Path> searchPath() {
        return find("PATH").stream()
                .flatMap(value -> Arrays.stream(value.split(File.pathSeparator, -1)))
                .filter(directory -> !directory.isBlank() && directory.indexOf('\0') < 0)
                .map(Path::of)
                .toList();
    }
}
