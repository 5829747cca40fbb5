package ai.fomo.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountTestsTest {
    private static final Path PROGRAM =
            Path.of("src/build/java/CountTests.java").toAbsolutePath();

    private final Path root;

    CountTestsTest(@TempDir Path root) {
        this.root = root;
    }

    @Test
    void theTestsOfAllModulesAreSummed() throws Exception {
        report("domain", "surefire", "ATest", passed("ATest", "a") + passed("ATest", "b"));
        report("worker", "surefire", "BTest", passed("BTest", "a"));
        report("worker", "failsafe", "CIT", passed("CIT", "a"));

        Result result = count();

        assertThat(result.output()).contains("4 tests ran: 4 passed, 0 failed, 0 skipped.");
        assertThat(result.output()).containsPattern("worker +1 unit +1 integration");
        assertThat(result.status()).isZero();
    }

    @Test
    void aSkippedTestFailsTheBuildAndIsNamedWithItsReason() throws Exception {
        report("worker", "surefire", "ATest", passed("ATest", "a") + skipped("ATest", "needsTemporal", "no binary"));

        Result result = count();

        assertThat(result.output()).contains("1 tests ran", "skipped: ATest.needsTemporal (no binary)");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void aModuleWhoseTestsDidNotRunFailsTheBuild() throws Exception {
        report("domain", "surefire", "ATest", passed("ATest", "a"));
        module("worker", "BIT.java");

        Result result = count();

        assertThat(result.output()).contains("worker: it has *IT classes, and none ran.");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void reportsOfAnEarlierBuildDoNotCount() throws Exception {
        Instant started = Instant.parse("2026-01-02T03:04:05Z");
        Path old = report("domain", "surefire", "ATest", passed("ATest", "a"));
        Files.setLastModifiedTime(old, FileTime.from(started.minusSeconds(1)));

        Result result = count(started.toString());

        assertThat(result.output()).contains("domain: it has *Test classes, and none ran.", "0 tests ran");
        assertThat(result.status()).isEqualTo(1);
    }

    @Test
    void failuresAndErrorsAreBothFailed() throws Exception {
        report(
                "domain",
                "surefire",
                "ATest",
                passed("ATest", "a")
                        + "<testcase classname='ATest' name='b'><failure/></testcase>"
                        + "<testcase classname='ATest' name='c'><error/></testcase>");

        Result result = count();

        assertThat(result.output()).contains("3 tests ran: 1 passed, 2 failed, 0 skipped.");
        assertThat(result.status()).isEqualTo(1);
    }

    private record Result(int status, String output) {}

    private Result count(String... started) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), PROGRAM.toString()));
        command.add(root.toString());
        command.addAll(List.of(started));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private Path module(String name, String test) throws IOException {
        Path module = root.resolve(name);
        Path sources = Files.createDirectories(module.resolve("src/test/java"));
        Files.writeString(module.resolve("pom.xml"), "<project/>");
        Files.writeString(sources.resolve(test), "");
        return module;
    }

    private Path report(String module, String kind, String test, String cases) throws IOException {
        Path reports = Files.createDirectories(module(module, test + ".java").resolve("target/" + kind + "-reports"));
        return Files.writeString(reports.resolve("TEST-" + test + ".xml"), "<testsuite>" + cases + "</testsuite>");
    }

    private static String passed(String test, String name) {
        return "<testcase classname='" + test + "' name='" + name + "'/>";
    }

    private static String skipped(String test, String name, String reason) {
        return "<testcase classname='" + test + "' name='" + name + "'><skipped message='" + reason + "'/></testcase>";
    }
}
