package ai.fomo.domain.catalogue;

/** A label as the source wrote it, before any map. */
public record SourceLabel(String text, LabelKind kind) {
    public SourceLabel {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a source label must not be blank");
        }
    }
}
