import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Says at the end of a build how many tests ran, from the reports of all modules, and fails it where the number would
 * reassure wrongly: a module whose tests did not run, or a test that was skipped.
 *
 * <p>Usage: {@code java CountTests.java ROOT [STARTED]}. Reports written before STARTED (ISO-8601) belong to an earlier
 * build and do not count.
 */
public final class CountTests {

    /** What one kind of test of one module, or all of them together, came to. */
    record Count(int tests, int failed, List<String> skipped) {
        static final Count NONE = new Count(0, 0, List.of());

        Count plus(Count other) {
            List<String> both = new ArrayList<>(skipped);
            both.addAll(other.skipped);
            return new Count(tests + other.tests, failed + other.failed, List.copyOf(both));
        }
    }

    private CountTests() {}

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Path root = Path.of(arguments[0]);
        Instant started = arguments.length > 1 ? Instant.parse(arguments[1]) : Instant.EPOCH;
        Count total = Count.NONE;
        List<String> faults = new ArrayList<>();
        for (Path module : modules(root)) {
            Count unit = count(module.resolve("target/surefire-reports"), started);
            Count integration = count(module.resolve("target/failsafe-reports"), started);
            if (unit.tests == 0 && hasTests(module, "Test.java")) {
                faults.add(module.getFileName() + ": it has *Test classes, and none ran.");
            }
            if (integration.tests == 0 && hasTests(module, "IT.java")) {
                faults.add(module.getFileName() + ": it has *IT classes, and none ran.");
            }
            Count both = unit.plus(integration);
            if (both.tests > 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%-14s %5d unit %5d integration%n",
                        module.getFileName(),
                        unit.tests,
                        integration.tests);
            }
            total = total.plus(both);
        }
        for (String skipped : total.skipped) {
            faults.add("skipped: " + skipped);
        }
        if (total.failed > 0) {
            faults.add(total.failed + " tests failed; their reports are under */target/*-reports.");
        }
        if (total.tests == 0) {
            faults.add("no test ran at all.");
        }
        System.out.printf(
                Locale.ROOT,
                "%d tests ran: %d passed, %d failed, %d skipped.%n",
                total.tests - total.skipped.size(),
                total.tests - total.skipped.size() - total.failed,
                total.failed,
                total.skipped.size());
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.err.println("Run ./mvnw verify for all tests; for a part of them add -Dexec.skip.");
            System.exit(1);
        }
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> Files.exists(child.resolve("pom.xml")))
                    .sorted()
                    .toList();
        }
    }

    private static boolean hasTests(Path module, String suffix) throws IOException {
        Path sources = module.resolve("src/test/java");
        if (!Files.isDirectory(sources)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.anyMatch(file -> file.getFileName().toString().endsWith(suffix));
        }
    }

    private static Count count(Path reports, Instant started) throws IOException, XMLStreamException {
        if (!Files.isDirectory(reports)) {
            return Count.NONE;
        }
        Count sum = Count.NONE;
        try (Stream<Path> files = Files.list(reports)) {
            for (Path file : files.filter(CountTests::isReport).sorted().toList()) {
                if (!Files.getLastModifiedTime(file).toInstant().isBefore(started)) {
                    sum = sum.plus(read(file));
                }
            }
        }
        return sum;
    }

    private static boolean isReport(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    /** Counts the test cases themselves: the totals of a suite leave out what its set-up threw. */
    private static Count read(Path report) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        int tests = 0;
        int failed = 0;
        List<String> skipped = new ArrayList<>();
        String name = "";
        try (InputStream in = Files.newInputStream(report)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "testcase" -> {
                        tests++;
                        name = xml.getAttributeValue(null, "classname") + "." + xml.getAttributeValue(null, "name");
                    }
                    case "failure", "error" -> failed++;
                    case "skipped" -> {
                        String reason = xml.getAttributeValue(null, "message");
                        skipped.add(name + " (" + (reason == null ? "no reason given" : reason) + ")");
                    }
                    default -> {}
                }
            }
            xml.close();
        }
        return new Count(tests, failed, skipped);
    }
}
