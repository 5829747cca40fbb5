package ai.fomo.worker.demo.render;

import ai.fomo.worker.demo.render.Lettering.Align;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;

/**
 * A synthetic event poster, described; drawn when asked for. Portrait, with the line-up and the practical lines that a cover
 * lacks, in the style of the genres that are played.
 */
public record PosterRendering(
        List<String> looks, String headline, List<String> lineUp, String place, String date, long seed) {
    private static final double HEIGHT = 1.414;

    public PosterRendering {
        looks = List.copyOf(looks);
        lineUp = List.copyOf(lineUp);
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("a poster looks like at least one genre");
        }
    }

    /** @param width in pixels; the height is that of the ISO paper sizes */
    public BufferedImage image(int width) {
        Random random = Seeds.random(seed, "poster");
        Look look = Look.of(looks, random);
        Sheet sheet = Sheet.of(width, HEIGHT, look.palette(), random);
        try {
            look.backdrop().paint(sheet);
            look.motif().paint(sheet);
            if (random.nextInt(3) == 0) {
                Look.of(looks, random).motif().paint(sheet);
            }
            letter(sheet, look);
            look.texture().paint(sheet);
        } finally {
            sheet.graphics().dispose();
        }
        return sheet.image();
    }

    /** @param width as in {@link #image} */
    public byte[] jpeg(int width) {
        return Jpeg.encode(image(width));
    }

    private void letter(Sheet sheet, Look look) {
        Lettering display = new Lettering(sheet, look.typeface());
        Lettering small = new Lettering(sheet, Typeface.CONDENSED);
        Align align = Names.any(List.of(Align.values()), sheet.random());
        if (sheet.random().nextBoolean()) {
            display.stack(look.cased(headline), box(0.07, 0.07, 0.86, 0.42));
        } else {
            display.line(look.cased(headline), box(0.07, 0.08, 0.86, 0.3), align);
        }
        if (sheet.random().nextInt(3) > 0) {
            Color panel = Palette.faded(sheet.palette().ground(), 0.85);
            sheet.box(0, 0.93, 1, HEIGHT - 0.93, panel);
        }
        double y = 0.96;
        for (String act : lineUp) {
            y += display.line(look.cased(act), box(0.07, y, 0.86, 0.062), align) + 0.022;
        }
        small.line(date, box(0.07, 1.25, 0.5, 0.06), Align.LEFT);
        small.line(place, box(0.07, 1.34, 0.86, 0.035), Align.LEFT);
        small.line("DOORS " + (19 + Math.floorMod(seed, 5)) + ":00", box(0.62, 1.25, 0.31, 0.06), Align.RIGHT);
    }

    private static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
