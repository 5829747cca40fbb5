package ai.fomo.worker.demo.render;

import ai.fomo.worker.demo.render.Lettering.Align;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Puts the artist's name and the album's title on a cover. */
final class CoverLettering {
    private CoverLettering() {}

    static void paint(Sheet sheet, Layout layout, Lettering lettering, String artist, String title) {
        Align align = Names.any(List.of(Align.values()), sheet.random());
        Graphics2D graphics = sheet.graphics();
        AffineTransform before = graphics.getTransform();
        switch (layout) {
            case TOP -> two(lettering, artist, title, 0.07, sheet.between(0.1, 0.2), align);
            case FOOT -> two(lettering, artist, title, 0.72, sheet.between(0.1, 0.17), align);
            case CENTRE -> two(lettering, artist, title, 0.4, sheet.between(0.12, 0.2), Align.CENTRE);
            case STACKED -> {
                lettering.stack(artist, box(0.06, 0.08, 0.88, sheet.between(0.5, 0.78)));
                lettering.line(title, box(0.06, 0.9, 0.88, 0.05), align);
            }
            case EDGE -> {
                graphics.rotate(-Math.PI / 2, 0, 0);
                graphics.translate(-1, 0);
                edge(sheet, lettering, artist, title);
                graphics.setTransform(before);
            }
            case CORNER -> {
                double y = sheet.random().nextBoolean() ? 0.06 : 0.86;
                lettering.line(artist, box(0.06, y, 0.88, 0.05), align);
                lettering.line(title, box(0.06, y + 0.065, 0.88, 0.035), align);
            }
            case BANNER -> {
                double y = sheet.between(0.1, 0.65);
                Color band = sheet.palette().accent(sheet.random());
                sheet.box(0, y, 1, 0.24, band);
                two(lettering, artist, title, y + 0.03, 0.11, Align.CENTRE);
            }
            case SLANTED -> {
                graphics.rotate(sheet.between(-0.35, 0.35), 0.5, 0.5);
                two(lettering, artist, title, 0.4, 0.18, Align.CENTRE);
                graphics.setTransform(before);
            }
        }
    }

    private static void two(Lettering lettering, String artist, String title, double y, double tall, Align align) {
        double used = lettering.line(artist, box(0.06, y, 0.88, tall), align);
        lettering.line(title, box(0.06, y + used + 0.035, 0.88, tall * 0.4), align);
    }

    /** Colours are chosen from the strip itself: what is under turned text cannot be asked by its own coordinates. */
    private static void edge(Sheet sheet, Lettering lettering, String artist, String title) {
        sheet.box(0, 0, 1, 0.2, sheet.palette().ground());
        lettering.line(artist, box(0.05, 0.03, 0.6, 0.14), Align.LEFT);
        lettering.line(title, box(0.7, 0.08, 0.26, 0.06), Align.RIGHT);
    }

    private static Rectangle2D box(double x, double y, double width, double height) {
        return new Rectangle2D.Double(x, y, width, height);
    }
}
