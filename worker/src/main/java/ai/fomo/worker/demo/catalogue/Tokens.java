package ai.fomo.worker.demo.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts service: gives tokens for client credentials, and knows which of them let in. */
final class Tokens {
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final StandInOptions options;
    private final WebApiDocuments documents;
    private final Map<String, Instant> ends = new HashMap<>();
    private int given;

    Tokens(StandInOptions options, WebApiDocuments documents) {
        this.options = options;
        this.documents = documents;
    }

    synchronized Answer give(Asked asked) {
        String grant = asked.form().get("grant_type");
        if (grant != null && !grant.equals("client_credentials")) {
            return Answer.json(
                    400,
                    documents.accountsError(
                            "unsupported_grant_type",
                            "grant_type must be client_credentials, authorization_code or refresh_token"));
        }
        if (options.credentials().isPresent() && !options.credentials().equals(credentials(asked))) {
            return Answer.json(400, documents.accountsError("invalid_client", "Invalid client"));
        }
        String token = "synthetic-catalogue-token-" + ++given;
        ends.put(token, options.clock().instant().plus(options.tokenLife()));
        return Answer.json(200, documents.token(token, options.tokenLife().toSeconds()));
    }

    /** Why the request is not let in; empty where it is. */
    synchronized Optional<String> objection(Asked asked) {
        Optional<String> header = asked.header("authorization");
        if (header.isEmpty()) {
            return Optional.of("No token provided");
        }
        if (!header.get().startsWith(BEARER)) {
            return Optional.of("Only valid bearer authentication supported");
        }
        @Nullable Instant end = ends.get(header.get().substring(BEARER.length()));
        if (end == null) {
            return Optional.of("Invalid access token");
        }
        return options.clock().instant().isBefore(end) ? Optional.empty() : Optional.of("The access token expired");
    }

    synchronized void withdrawAll() {
        ends.replaceAll((token, end) -> Instant.MIN);
    }

    private static Optional<StandInOptions.Credentials> credentials(Asked asked) {
        Optional<String> header = asked.header("authorization");
        if (header.isEmpty()) {
            return Optional.of(new StandInOptions.Credentials(
                    asked.form().getOrDefault("client_id", ""), asked.form().getOrDefault("client_secret", "")));
        }
        if (!header.get().startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            String[] parts =
                    new String(Base64.getDecoder().decode(header.get().substring(BASIC.length())), UTF_8).split(":", 2);
            return parts.length == 2
                    ? Optional.of(new StandInOptions.Credentials(parts[0], parts[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
