package ai.fomo.worker.demo.render;

/** What a cover shows. */
enum Motif {
    RINGS,
    RAYS,
    BLOCKS,
    CHECKER,
    TURNED_SQUARES,
    DOTS,
    BANDS,
    BUBBLES,
    SHARDS,
    SPIKES,
    SPLATTER,
    TAPE,
    RIDGES,
    SLICED_SUN,
    PALMS,
    LEAVES,
    FLOWERS,
    SKYLINE,
    HORIZON_GRID,
    KEYS,
    STAVES,
    GUITAR,
    LEVELS,
    WAVEFORMS,
    HEAD;

    void paint(Sheet sheet) {
        switch (this) {
            case RINGS -> GeometricMotifs.rings(sheet);
            case RAYS -> GeometricMotifs.rays(sheet);
            case BLOCKS -> GeometricMotifs.blocks(sheet);
            case CHECKER -> GeometricMotifs.checker(sheet);
            case TURNED_SQUARES -> GeometricMotifs.turnedSquares(sheet);
            case DOTS -> GeometricMotifs.dots(sheet);
            case BANDS -> GeometricMotifs.bands(sheet);
            case BUBBLES -> GeometricMotifs.bubbles(sheet);
            case SHARDS -> RoughMotifs.shards(sheet);
            case SPIKES -> RoughMotifs.spikes(sheet);
            case SPLATTER -> RoughMotifs.splatter(sheet);
            case TAPE -> RoughMotifs.tape(sheet);
            case RIDGES -> LandscapeMotifs.ridges(sheet);
            case SLICED_SUN -> LandscapeMotifs.slicedSun(sheet);
            case PALMS -> LandscapeMotifs.palms(sheet);
            case LEAVES -> LandscapeMotifs.leaves(sheet);
            case FLOWERS -> LandscapeMotifs.flowers(sheet);
            case SKYLINE -> LandscapeMotifs.skyline(sheet);
            case HORIZON_GRID -> LandscapeMotifs.horizonGrid(sheet);
            case KEYS -> MusicMotifs.keys(sheet);
            case STAVES -> MusicMotifs.staves(sheet);
            case GUITAR -> MusicMotifs.guitar(sheet);
            case LEVELS -> MusicMotifs.levels(sheet);
            case WAVEFORMS -> MusicMotifs.waveforms(sheet);
            case HEAD -> MusicMotifs.head(sheet);
        }
    }
}
