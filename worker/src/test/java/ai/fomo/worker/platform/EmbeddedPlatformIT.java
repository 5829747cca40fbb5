package ai.fomo.worker.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.fomo.domain.Sha256;
import ai.fomo.storage.blob.BlobKind;
import ai.fomo.worker.configuration.Configuration;
import ai.fomo.worker.configuration.TestConfiguration;
import ai.fomo.worker.services.ServiceException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPlatformIT {
    private static final byte[] CONTENT = "a cover".getBytes(StandardCharsets.UTF_8);

    /** One for all tests: what is unpacked and downloaded for the first start is there for the next. */
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    @TempDir
    private static Path home;

    private Configuration configuration(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(TestConfiguration.variables(home));
        environment.putAll(more);
        return Configuration.from(environment);
    }

    private Platform start() {
        return Platform.joinOrStart(configuration(Map.of()), PlatformOptions.withoutWorker(), sentence -> {});
    }

    @Test
    void whatWasStoredSurvivesARestartAndASecondCommandJoinsTheFirst() {
        Sha256 digest;
        try (Platform first = start();
                Platform second = start()) {
            assertThat(first.owner()).isTrue();
            assertThat(second.owner()).isFalse();
            assertThat(second.addresses().postgres())
                    .isEqualTo(first.addresses().postgres());
            digest = first.blobs().put(BlobKind.COVERS, CONTENT);
            assertThat(second.blobs().get(BlobKind.COVERS, digest)).isEqualTo(CONTENT);
            assertThat(setting(first, "fsync")).isEqualTo("on");
            assertThat(setting(first, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(first, "full_page_writes")).isEqualTo("on");
            assertThat(setting(first, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        assertThat(servers()).isEmpty();
        assertThat(home.resolve("services.json")).doesNotExist();
        try (Platform again = start()) {
            assertThat(again.blobs().get(BlobKind.COVERS, digest)).isEqualTo(CONTENT);
        }
    }

    @Test
    void aBusyPortIsOneSentenceThatNamesItsVariableAndLeavesNothingRunning() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(busy.getLocalPort());
            assertThatThrownBy(() -> Platform.joinOrStart(
                            configuration(Map.of("FOMO_TEMPORAL_UI_PORT", port)),
                            PlatformOptions.withoutWorker(),
                            sentence -> {}))
                    .isInstanceOf(ServiceException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("FOMO_TEMPORAL_UI_PORT");
        }
        assertThat(servers()).isEmpty();
    }

    @Test
    void serversThatOutlivedAKilledOwnerAreStoppedByTheNextOne() throws IOException, InterruptedException {
        Process owner = up();
        try {
            while (owner.isAlive() && !Files.exists(home.resolve("services.json"))) {
                Thread.sleep(50);
            }
            assertThat(owner.isAlive())
                    .describedAs(Files.readString(home.resolve("up.log")))
                    .isTrue();
        } finally {
            owner.destroyForcibly();
            owner.waitFor();
        }
        List<Long> leftovers = servers().stream().map(ProcessHandle::pid).toList();
        assertThat(leftovers).hasSizeGreaterThanOrEqualTo(2);
        Path announced = home.resolve("services.json");
        // As if the system had given the dead owner's number to a process that lives.
        Files.writeString(
                announced,
                Files.readString(announced)
                        .replace(
                                "\"pid\" : " + owner.pid(),
                                "\"pid\" : " + ProcessHandle.current().pid()));

        try (Platform next = start()) {
            assertThat(next.owner()).isTrue();
            assertThat(leftovers)
                    .noneMatch(pid ->
                            ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
        }
    }

    private Process up() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "ai.fomo.worker.Main",
                        "up")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("up.log").toFile());
        builder.environment().putAll(TestConfiguration.variables(home));
        return builder.start();
    }

    private static String setting(Platform platform, String name) {
        return platform.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select current_setting(:name)")
                        .bind("name", name)
                        .mapTo(String.class)
                        .one());
    }

    private static List<ProcessHandle> servers() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains(home.toString()))
                .toList();
    }
}
