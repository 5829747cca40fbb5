package ai.fomo.systemtests.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Between a worker and S3. Every byte goes through as it came, since requests are signed; on the way it sees where a request
 * for a checkpoint's blob stands, and strikes there.
 */
public final class CheckpointWire implements AutoCloseable {
    private static final Pattern REQUEST = Pattern.compile("([A-Z]+) (\\S+) HTTP/1\\.1\r\n");
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(ISO_8859_1);

    private static final int BUFFER = 1 << 16;

    private final ServerSocket entrance;
    private final URI target;
    private final List<Socket> sockets = new ArrayList<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile @Nullable Strike armed;

    private CheckpointWire(ServerSocket entrance, URI target) {
        this.entrance = entrance;
        this.target = target;
    }

    /** @param target S3's endpoint */
    public static CheckpointWire to(String target) {
        try {
            CheckpointWire wire =
                    new CheckpointWire(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), URI.create(target));
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the worker is told S3's is. */
    public String endpoint() {
        return "http://127.0.0.1:" + entrance.getLocalPort();
    }

    /**
     * Instead of the strike before, if that has not fallen.
     *
     * @param number of the request, counted from 1
     * @param counts asked when such a request comes: whether it is one of those
     * @param blow done while the request waits; then its connection is closed, as a dead worker's is
     */
    public Strike arm(Moment moment, int number, BooleanSupplier counts, Runnable blow) {
        Strike strike = new Strike(moment, number, counts, blow);
        armed = strike;
        return strike;
    }

    /** Whether S3 is in the middle of a request for a checkpoint's blob. */
    public boolean busy() {
        return underWay.get() > 0;
    }

    private void accept() {
        try {
            while (true) {
                Socket worker = entrance.accept();
                Socket s3 = new Socket(target.getHost(), target.getPort());
                synchronized (sockets) {
                    sockets.addAll(List.of(worker, s3));
                }
                Connection connection = new Connection(worker, s3);
                start(connection::requests);
                start(connection::answers);
            }
        } catch (IOException e) {
            // Closed: nobody is let in any more.
            return;
        }
    }

    /** HTTP/1.1 without pipelining: an answer is that of the request before it. */
    private final class Connection {
        private final Socket worker;
        private final Socket s3;
        private volatile @Nullable Strike atAnswer;
        private volatile boolean ofCheckpoint;

        Connection(Socket worker, Socket s3) {
            this.worker = worker;
            this.s3 = s3;
        }

        void requests() {
            try (worker;
                    s3) {
                InputStream in = new BufferedInputStream(worker.getInputStream(), BUFFER);
                OutputStream out = s3.getOutputStream();
                boolean goesOn = true;
                while (goesOn) {
                    goesOn = request(in, out);
                }
            } catch (IOException e) {
                // One end is gone, and so is the connection.
                return;
            } finally {
                finished();
            }
        }

        /** @return whether another one may come */
        private boolean request(InputStream in, OutputStream out) throws IOException {
            byte[] head = head(in);
            String text = new String(head, ISO_8859_1);
            Matcher line = REQUEST.matcher(text);
            if (!line.lookingAt() || text.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding:")) {
                throw new IllegalStateException("not a request that can be followed: " + text);
            }
            Matcher matcher = LENGTH.matcher(text);
            long length = matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
            Strike strike = line.group(2).contains("/checkpoints/") ? strikeAt(line.group(1)) : null;
            if (strike == null) {
                out.write(head);
                pass(in, out, length);
                return true;
            }
            if (strike.moment() == Moment.REMOVAL_BEGINS) {
                strike.fall();
                return false;
            }
            if (strike.moment().isOfTheAnswer()) {
                atAnswer = strike;
                out.write(head);
                pass(in, out, length);
                return true;
            }
            out.write(head);
            out.flush();
            if (strike.moment() == Moment.PUT_HALFWAY) {
                pass(in, out, length / 2);
            }
            strike.fall();
            return false;
        }

        private @Nullable Strike strikeAt(String method) {
            if (method.equals("PUT") || method.equals("DELETE")) {
                ofCheckpoint = true;
                underWay.incrementAndGet();
            }
            Strike strike = armed;
            return strike != null && strike.awaits(method) ? strike : null;
        }

        void answers() {
            byte[] buffer = new byte[BUFFER];
            try (worker;
                    s3) {
                InputStream in = s3.getInputStream();
                OutputStream out = worker.getOutputStream();
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    Strike strike = atAnswer;
                    atAnswer = null;
                    if (strike != null && new String(buffer, 0, read, ISO_8859_1).startsWith("HTTP/1.1 2")) {
                        strike.fall();
                        return;
                    }
                    finished();
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // As above.
                return;
            } finally {
                finished();
            }
        }

        private synchronized void finished() {
            if (ofCheckpoint) {
                ofCheckpoint = false;
                underWay.decrementAndGet();
            }
        }
    }

    /** With the empty line that ends it. */
    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int matched = 0; matched < END_OF_HEAD.length; ) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            head.write(next);
            matched = next == END_OF_HEAD[matched] ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private static void pass(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
        out.flush();
    }

    private static void start(Runnable loop) {
        Thread thread = new Thread(loop, "checkpoint-wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entrance.close();
            synchronized (sockets) {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
