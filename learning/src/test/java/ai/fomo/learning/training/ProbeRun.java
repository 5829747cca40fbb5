package ai.fomo.learning.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a {@link ConvolutionProbe} has printed.
 *
 * @param helper simple name of the helper's class, or none
 * @param failures of the helper, after which DL4J went on without it
 * @param used whether forward and backward pass both went through the helper
 * @param parameters digest of what was trained
 */
record ProbeRun(String helper, int failures, boolean used, String parameters) {
    private static final long PATIENCE_MINUTES = 5;

    static ProbeRun with(String... options) throws IOException, InterruptedException {
        return with(List.of(options), System.getProperty("java.class.path"));
    }

    /** @param first what comes before everything else on the class path */
    static ProbeRun behind(Path first) throws IOException, InterruptedException {
        return with(List.of(), first + File.pathSeparator + System.getProperty("java.class.path"));
    }

    private static ProbeRun with(List<String> options, String classPath) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, ConvolutionProbe.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        List<String> lines = output.lines()
                .filter(line -> line.startsWith(ConvolutionProbe.MARK))
                .map(line -> line.substring(ConvolutionProbe.MARK.length()))
                .toList();
        return new ProbeRun(
                lines.get(0), Integer.parseInt(lines.get(1)), Boolean.parseBoolean(lines.get(2)), lines.get(3));
    }
}
