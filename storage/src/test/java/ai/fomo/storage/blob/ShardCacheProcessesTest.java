package ai.fomo.storage.blob;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.fomo.domain.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes and threads that share a cache's directory. */
final class ShardCacheProcessesTest {
    private static final int SHARDS = 20;
    private static final int SIZE = 4000;
    private static final int NEVER = -1;

    private final List<Process> processes = new ArrayList<>();

    private Path cached;
    private Path shards;

    @BeforeEach
    void start(@TempDir Path parent) throws IOException {
        cached = Files.createDirectory(parent.resolve("cached"));
        shards = Files.createDirectory(parent.resolve("shards"));
        for (int i = 0; i < SHARDS; i++) {
            byte[] content = new byte[SIZE];
            new Random(i).nextBytes(content);
            Files.write(shards.resolve(Sha256.of(content).hex()), content);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void processesThatCrowdEachOtherOutReadNothingWrongAndKeepTheBound() throws Exception {
        int bound = SHARDS / 4 * SIZE;
        List<Process> crowd =
                List.of(run(bound, 1, 1500, NEVER), run(bound, 2, 1500, NEVER), run(bound, 3, 1500, NEVER));

        for (Process process : crowd) {
            assertThat(process.waitFor()).isZero();
            assertThat(said(process)).endsWith(" fetched, at most " + bound + " bytes at once");
        }
        assertThat(UseShardCache.bytes(cached)).isEqualTo(bound);
        assertThat(names()).noneMatch(name -> name.endsWith(".unfinished"));
    }

    @Test
    void processesForWhichThereIsRoomFetchEachShardOnceBetweenThem() throws Exception {
        List<Process> together = List.of(run(SHARDS * SIZE, 1, 400, NEVER), run(SHARDS * SIZE, 2, 400, NEVER));

        int fetched = 0;
        for (Process process : together) {
            assertThat(process.waitFor()).isZero();
            String said = said(process);
            fetched += Integer.parseInt(said.substring(0, said.indexOf(' ')));
        }

        assertThat(fetched).isEqualTo(SHARDS);
        assertThat(names()).hasSize(SHARDS);
    }

    @Test
    void whatAKilledProcessHasLeftUnfinishedIsInNobodysWay() throws Exception {
        Process killed = run(SHARDS * SIZE, 1, 400, 3);
        assertThat(said(killed)).isEqualTo("half");
        assertThat(names()).hasSize(3).anyMatch(name -> name.endsWith(".unfinished"));
        Process waiting = run(SHARDS * SIZE, 2, 400, NEVER);

        killed.destroyForcibly().waitFor();

        assertThat(waiting.waitFor()).isZero();
        assertThat(said(waiting)).startsWith((SHARDS - 2) + " fetched, ");
        assertThat(names())
                .containsExactlyElementsOf(
                        UseShardCache.list(shards).stream().map(Sha256::hex).toList());
    }

    @Test
    void threadsOfSeveralCachesInOneProcessFetchEachShardOnceBetweenThem() throws Exception {
        ShardSource source = new ShardSource();
        List<Sha256> digests = new ArrayList<>();
        for (int i = 0; i < SHARDS; i++) {
            digests.add(source.add(i, SIZE));
        }
        CacheDirectory directory = new CacheDirectory(cached);
        List<ShardCache> caches =
                List.of(directory.cache(SHARDS * SIZE, source), directory.cache(SHARDS * SIZE, source));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<Boolean>> right = new ArrayList<>();
        for (int thread = 0; thread < 8; thread++) {
            ShardCache cache = caches.get(thread % 2);
            right.add(threads.submit((Callable<Boolean>) () -> digests.stream()
                    .allMatch(digest ->
                            Sha256.of(CacheDirectory.bytes(cache.map(digest))).equals(digest))));
        }

        for (Future<Boolean> thread : right) {
            assertThat(thread.get()).isTrue();
        }
        threads.shutdown();

        assertThat(source.fetched()).isEqualTo(SHARDS);
    }

    private Process run(long bound, int seed, int uses, int stopsInFetch) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UseShardCache.class.getName(),
                        cached.toString(),
                        shards.toString(),
                        Long.toString(bound),
                        Integer.toString(seed),
                        Integer.toString(uses),
                        Integer.toString(stopsInFetch))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    /** The last line, or the only one so far. */
    private static String said(Process process) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = lines.readLine();
        return line == null ? "" : line;
    }

    private List<String> names() {
        return new CacheDirectory(cached).names();
    }
}
