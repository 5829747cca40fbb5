package ai.fomo.worker.demo.render;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The styles that ship with the demo, from {@code styles.json}, in the order of that file. */
final class Styles {
    private static final Map<String, Style> BY_GENRE = load();

    private Styles() {}

    static List<Style> all() {
        return List.copyOf(BY_GENRE.values());
    }

    /** @throws IllegalArgumentException where nobody drew a style for that genre */
    static Style of(String genre) {
        Style style = BY_GENRE.get(genre);
        if (style == null) {
            throw new IllegalArgumentException("no style for genre '" + genre + "'; there are " + BY_GENRE.keySet());
        }
        return style;
    }

    private static Map<String, Style> load() {
        try (InputStream in = Styles.class.getResourceAsStream("styles.json")) {
            if (in == null) {
                throw new IllegalStateException("styles.json is missing from the jar");
            }
            Map<String, Style> styles = new LinkedHashMap<>();
            for (Style style : mapper().readValue(in, Style[].class)) {
                styles.put(style.genre(), style);
            }
            return styles;
        } catch (IOException e) {
            throw new UncheckedIOException("styles.json is damaged", e);
        }
    }

    private static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new SimpleModule()
                        .addDeserializer(Palette.class, new FromStringDeserializer<>(Palette.class) {
                            @Override
                            protected Palette _deserialize(String hex, DeserializationContext context) {
                                return Palette.of(hex);
                            }
                        }));
    }
}
