package ai.fomo.worker.demo.catalogue;

import ai.fomo.domain.catalogue.Pace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * How a stand-in behaves.
 *
 * @param paces hosts that limit the rate of requests; the others do not
 * @param credentials empty where any will do, and none
 * @param tokenLife how long a token lets in
 * @param clock tells when tokens end and rates are kept; tests skip its time
 */
public record StandInOptions(
        Behaviour behaviour,
        CoverStyle covers,
        Flaws flaws,
        Faults faults,
        Map<Host, Pace> paces,
        Optional<Credentials> credentials,
        Duration tokenLife,
        InstantSource clock) {
    /** What Spotify's accounts service knows an application by. */
    public record Credentials(String clientId, String clientSecret) {}

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    public StandInOptions {
        paces = Map.copyOf(paces);
    }

    /** Without flaws, faults and limits, apart from the one request a second that MusicBrainz is known for. */
    public static StandInOptions of(Behaviour behaviour) {
        Map<Host, Pace> paces =
                behaviour == Behaviour.MUSICBRAINZ ? Map.of(Host.API, new Pace(1, Duration.ofSeconds(1))) : Map.of();
        return new StandInOptions(
                behaviour,
                CoverStyle.DRAWN,
                Flaws.NONE,
                Faults.NONE,
                paces,
                Optional.empty(),
                TOKEN_LIFE,
                InstantSource.system());
    }

    public StandInOptions with(CoverStyle style) {
        return new StandInOptions(behaviour, style, flaws, faults, paces, credentials, tokenLife, clock);
    }

    public StandInOptions with(Flaws newFlaws) {
        return new StandInOptions(behaviour, covers, newFlaws, faults, paces, credentials, tokenLife, clock);
    }

    public StandInOptions with(Faults newFaults) {
        return new StandInOptions(behaviour, covers, flaws, newFaults, paces, credentials, tokenLife, clock);
    }

    public StandInOptions withPaces(Map<Host, Pace> newPaces) {
        return new StandInOptions(behaviour, covers, flaws, faults, newPaces, credentials, tokenLife, clock);
    }

    public StandInOptions with(Credentials known) {
        return new StandInOptions(behaviour, covers, flaws, faults, paces, Optional.of(known), tokenLife, clock);
    }

    public StandInOptions withTokenLife(Duration life) {
        return new StandInOptions(behaviour, covers, flaws, faults, paces, credentials, life, clock);
    }

    public StandInOptions with(InstantSource newClock) {
        return new StandInOptions(behaviour, covers, flaws, faults, paces, credentials, tokenLife, newClock);
    }
}
