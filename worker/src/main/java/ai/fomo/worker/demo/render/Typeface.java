package ai.fomo.worker.demo.render;

/** A font that ships with the demo. */
enum Typeface {
    CONDENSED("BebasNeue-Bold.otf"),
    BLACKLETTER("Blankenburg.ttf"),
    SKETCH("CabinSketch-Bold.ttf"),
    ROUNDED("Comfortaa-Bold.ttf"),
    FUTURIST("FerriteCoreDX-Black.otf"),
    TYPEWRITER("GNUTypewriter.ttf"),
    BRUSH("KaushanScript-Regular.otf"),
    GEOMETRIC("LeagueSpartan-Black.otf"),
    SCRIPT("Lobster.otf"),
    SERIF("OldStandard-Bold.ttf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /** Name of the resource in the package {@code fonts}. */
    String file() {
        return file;
    }
}
