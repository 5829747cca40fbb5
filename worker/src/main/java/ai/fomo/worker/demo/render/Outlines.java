package ai.fomo.worker.demo.render;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The outlines of a typeface's glyphs, read from its file: the machine's own fonts, or their absence, change nothing. */
final class Outlines {
    private static final Map<Typeface, Outlines> OF_TYPEFACES = new ConcurrentHashMap<>();

    private record Glyph(GeneralPath outline, double advance) {}

    private final String file;
    private final TrueTypeFont font;
    private final CmapLookup glyphIds;
    private final double unitsPerEm;
    private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

    private Outlines(String file, TrueTypeFont font) throws IOException {
        this.file = file;
        this.font = font;
        this.glyphIds = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static Outlines of(Typeface typeface) {
        return OF_TYPEFACES.computeIfAbsent(typeface, Outlines::load);
    }

    /** The text's outline on a baseline from (0, 0) to the right, one unit to the em, y downwards. */
    Shape text(String text) {
        GeneralPath path = new GeneralPath();
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyphs.computeIfAbsent(character, this::glyph);
            path.append(AffineTransform.getTranslateInstance(x, 0).createTransformedShape(glyph.outline()), false);
            x += glyph.advance();
        }
        return path;
    }

    /** Whether the font has that character; a box stands for those it has not. */
    boolean has(int character) {
        return glyphIds.getGlyphId(character) != 0;
    }

    /** FontBox reads glyphs from the file as they are asked for, and not from several threads. */
    private synchronized Glyph glyph(int character) {
        try {
            int id = glyphIds.getGlyphId(character);
            AffineTransform toEm = AffineTransform.getScaleInstance(1 / unitsPerEm, -1 / unitsPerEm);
            GeneralPath outline = new GeneralPath(toEm.createTransformedShape(path(id)));
            return new Glyph(outline, font.getAdvanceWidth(id) / unitsPerEm);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " is damaged", e);
        }
    }

    private GeneralPath path(int glyphId) throws IOException {
        if (font instanceof OpenTypeFont openType && openType.isPostScript()) {
            return openType.getCFF().getFont().getType2CharString(glyphId).getPath();
        }
        GlyphData glyph = font.getGlyph().getGlyph(glyphId);
        return glyph == null ? new GeneralPath() : glyph.getPath();
    }

    private static Outlines load(Typeface typeface) {
        String file = typeface.file();
        try (InputStream in = Outlines.class.getResourceAsStream("fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the bundled font " + file + " is missing from the jar");
            }
            RandomAccessReadBuffer bytes = new RandomAccessReadBuffer(in);
            TrueTypeFont font = file.endsWith(".otf") ? new OTFParser().parse(bytes) : new TTFParser().parse(bytes);
            return new Outlines(file, font);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled font " + file + " is damaged", e);
        }
    }
}
