package ai.fomo.worker.demo.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Instruments, notation, signals, and who makes them. */
final class MusicMotifs {
    private MusicMotifs() {}

    static void keys(Sheet sheet) {
        AffineTransform before = sheet.graphics().getTransform();
        sheet.graphics().translate(0.5, sheet.height() / 2);
        sheet.graphics().rotate(sheet.between(-0.6, 0.6));
        double width = sheet.between(0.07, 0.13);
        double length = sheet.between(0.3, 0.55);
        Color ivory = sheet.palette().accent(sheet.random());
        for (int key = -10; key <= 10; key++) {
            sheet.box(key * width, -length / 2, width * 0.94, length, ivory);
        }
        for (int key = -10; key <= 10; key++) {
            // No black key between the third and fourth, and the seventh and first.
            if (Math.floorMod(key, 7) != 2 && Math.floorMod(key, 7) != 6) {
                sheet.box(
                        (key + 0.68) * width,
                        -length / 2,
                        width * 0.55,
                        length * 0.6,
                        sheet.palette().ground());
            }
        }
        sheet.graphics().setTransform(before);
    }

    static void staves(Sheet sheet) {
        Color ink = sheet.palette().accent(sheet.random());
        double bend = sheet.between(-0.35, 0.35);
        double gap = sheet.between(0.02, 0.04);
        double start = sheet.height() * sheet.between(0.3, 0.6);
        for (int line = 0; line < 5; line++) {
            sheet.graphics().setColor(ink);
            sheet.graphics().setStroke(new BasicStroke(0.004f));
            double y = start + line * gap;
            sheet.graphics().draw(new QuadCurve2D.Double(0, y, 0.5, y + bend, 1, y));
        }
        for (int note = sheet.between(5, 11); note > 0; note--) {
            double x = sheet.between(0.05, 0.95);
            double y = start + 2 * bend * x * (1 - x) + gap * sheet.between(0, 8) / 2;
            sheet.fill(
                    new Ellipse2D.Double(x - gap * 0.7, y - gap / 2, gap * 1.4, gap),
                    sheet.palette().accent(sheet.random()));
            sheet.graphics().draw(new Line2D.Double(x + gap * 0.6, y, x + gap * 0.6, y - 4 * gap));
        }
    }

    static void guitar(Sheet sheet) {
        AffineTransform before = sheet.graphics().getTransform();
        sheet.graphics().translate(sheet.between(0.4, 0.6), sheet.height() * 0.6);
        sheet.graphics().rotate(sheet.between(-0.7, 0.7));
        double size = sheet.between(0.8, 1.15);
        sheet.graphics().scale(size, size);
        Color body = sheet.palette().accent(sheet.random());
        Color neck = sheet.palette().mostReadableOn(body);
        sheet.fill(new Ellipse2D.Double(-0.2, 0, 0.4, 0.34), body);
        sheet.fill(new Ellipse2D.Double(-0.155, -0.17, 0.31, 0.27), body);
        sheet.disc(0, 0.06, 0.06, sheet.palette().ground());
        sheet.box(-0.022, -0.6, 0.044, 0.62, neck);
        sheet.box(-0.04, -0.72, 0.08, 0.13, body);
        sheet.box(-0.07, 0.2, 0.14, 0.025, neck);
        sheet.graphics().setColor(sheet.palette().ground());
        sheet.graphics().setStroke(new BasicStroke(0.002f));
        for (int string = -2; string <= 2; string++) {
            sheet.graphics().draw(new Line2D.Double(string * 0.008, -0.68, string * 0.008, 0.21));
        }
        sheet.graphics().setTransform(before);
    }

    static void levels(Sheet sheet) {
        int count = sheet.between(8, 30);
        double width = 1.0 / count;
        double base = sheet.height() * sheet.between(0.5, 0.95);
        boolean mirrored = sheet.random().nextBoolean();
        for (int i = 0; i < count; i++) {
            double level = sheet.between(0.05, 0.45);
            Color colour = sheet.palette().accent(i * sheet.palette().colours().size() / count);
            sheet.box(i * width, base - level, width * 0.7, mirrored ? 2 * level : level, colour);
        }
    }

    static void waveforms(Sheet sheet) {
        int lines = sheet.between(8, 22);
        sheet.graphics().setStroke(new BasicStroke((float) sheet.between(0.003, 0.008)));
        Color ink = sheet.palette().accent(sheet.random());
        for (int line = 0; line < lines; line++) {
            double y = sheet.height() * (0.25 + 0.6 * line / lines);
            Path2D wave = new Path2D.Double();
            wave.moveTo(0.08, y);
            for (int i = 1; i <= 40; i++) {
                double x = 0.08 + 0.84 * i / 40;
                double inside = StrictMath.exp(-18 * (x - 0.5) * (x - 0.5));
                wave.lineTo(x, y - inside * sheet.between(0, 0.13));
            }
            sheet.fill(wave, sheet.palette().ground());
            sheet.graphics().setColor(ink);
            sheet.graphics().draw(wave);
        }
    }

    static void head(Sheet sheet) {
        Color skin = sheet.palette().accent(sheet.random());
        Color clothes = sheet.palette().accent(sheet.random());
        double x = sheet.between(0.35, 0.65);
        double y = sheet.height() * sheet.between(0.38, 0.5);
        double size = sheet.between(0.14, 0.22);
        sheet.fill(new Ellipse2D.Double(x - 2.1 * size, y + 1.3 * size, 4.2 * size, 4 * size), clothes);
        sheet.box(x - 0.4 * size, y + 0.6 * size, 0.8 * size, size, skin);
        sheet.fill(new Ellipse2D.Double(x - 0.8 * size, y - size, 1.6 * size, 2.1 * size), skin);
        Color hair = sheet.palette().mostReadableOn(skin);
        switch (sheet.random().nextInt(4)) {
            case 0 -> sheet.disc(x, y - 0.7 * size, 1.15 * size, hair);
            case 1 -> sheet.box(x - 1.3 * size, y - 0.75 * size, 2.6 * size, 0.25 * size, hair);
            case 2 -> {
                for (int spike = -3; spike <= 3; spike++) {
                    double at = x + spike * size * 0.2;
                    sheet.polygon(
                            hair,
                            at - 0.15 * size,
                            y - 0.7 * size,
                            at + 0.15 * size,
                            y - 0.7 * size,
                            at,
                            y - 1.9 * size);
                }
            }
            default -> sheet.fill(new Ellipse2D.Double(x - size, y - 1.2 * size, 2 * size, 1.1 * size), hair);
        }
        // Dark glasses.
        sheet.box(x - 0.7 * size, y - 0.2 * size, 0.6 * size, 0.36 * size, hair);
        sheet.box(x + 0.1 * size, y - 0.2 * size, 0.6 * size, 0.36 * size, hair);
        sheet.box(x - 0.2 * size, y - 0.14 * size, 0.4 * size, 0.08 * size, hair);
    }
}
