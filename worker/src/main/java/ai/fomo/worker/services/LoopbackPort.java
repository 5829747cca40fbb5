package ai.fomo.worker.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port on loopback that is free now. */
final class LoopbackPort {
    static final String HOST = "127.0.0.1";

    private LoopbackPort() {}

    /**
     * @param wanted 0 for any
     * @param variable what changes it
     * @throws ServiceException where somebody listens there already
     */
    static int claim(int wanted, String service, String variable) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: a port whose last connections linger is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new ServiceException(
                    "Port " + wanted + ", meant for " + service + ", is in use: stop what listens there, or set "
                            + variable + " to another port (0 for any free one).",
                    e);
        }
    }
}
