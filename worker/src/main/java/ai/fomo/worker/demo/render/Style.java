package ai.fomo.worker.demo.render;

import java.util.List;

/**
 * The habits of a genre. What stands in a list twice is chosen twice as often.
 *
 * @param genre a class of the taxonomy
 * @param words that names and titles are made of
 */
record Style(
        String genre,
        List<Palette> palettes,
        List<Backdrop> backdrops,
        List<Motif> motifs,
        List<Typeface> typefaces,
        List<Layout> layouts,
        List<Texture> textures,
        List<String> words) {
    Style {
        palettes = List.copyOf(palettes);
        backdrops = List.copyOf(backdrops);
        motifs = List.copyOf(motifs);
        typefaces = List.copyOf(typefaces);
        layouts = List.copyOf(layouts);
        textures = List.copyOf(textures);
        words = List.copyOf(words);
    }
}
