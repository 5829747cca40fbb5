package ai.fomo.domain.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A label as the source wrote it, before any map.
 *
 * @param count how many people gave it, where the source says so; null otherwise
 */
public record SourceLabel(
        String text, LabelKind kind, @Nullable Integer count) {
    public SourceLabel {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a source label must not be blank");
        }
    }

    public SourceLabel(String text, LabelKind kind) {
        this(text, kind, null);
    }
}
