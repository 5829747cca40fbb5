package ai.fomo.systemtests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Between a process and a server on this host. It can be cut: connections stay open, and nothing comes through any more. */
public final class Wire implements AutoCloseable {
    private final ServerSocket entrance;
    private final String host;
    private final int port;
    private final List<Socket> sockets = new ArrayList<>();
    private volatile boolean cut;

    private Wire(ServerSocket entrance, String host, int port) {
        this.entrance = entrance;
        this.host = host;
        this.port = port;
    }

    /** @param target host and port */
    public static Wire to(String target) {
        int colon = target.lastIndexOf(':');
        try {
            Wire wire = new Wire(
                    new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                    target.substring(0, colon),
                    Integer.parseInt(target.substring(colon + 1)));
            start(wire::accept);
            return wire;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Host and port of this end. */
    public String address() {
        return "127.0.0.1:" + entrance.getLocalPort();
    }

    public void cut() {
        cut = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = entrance.accept();
                Socket far = new Socket(host, port);
                synchronized (sockets) {
                    sockets.addAll(List.of(near, far));
                }
                start(() -> pass(near, far));
                start(() -> pass(far, near));
            }
        } catch (IOException e) {
            // Closed: nobody is let in any more.
            return;
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!cut) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        } catch (IOException e) {
            // One end is gone, and so is the connection.
            return;
        }
    }

    private static void start(Runnable loop) {
        Thread thread = new Thread(loop, "wire");
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
