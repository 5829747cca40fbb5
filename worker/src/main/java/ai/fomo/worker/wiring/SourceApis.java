package ai.fomo.worker.wiring;

import ai.fomo.domain.catalogue.Source;
import java.net.URI;
import java.util.Locale;

/** What the APIs of sources are called, where their paces are kept: a stand-in's is not the real one's. */
public final class SourceApis {
    private SourceApis() {}

    public static String of(Source source) {
        String address = source.address();
        return address == null ? kind(source) : kind(source) + "@" + hostAndPort(URI.create(address));
    }

    static String kind(Source source) {
        return source.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String hostAndPort(URI address) {
        int usual = "https".equals(address.getScheme()) ? 443 : 80;
        return address.getHost() + ":" + (address.getPort() < 0 ? usual : address.getPort());
    }
}
