package ai.fomo.worker.demo.render;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Rectangle2D;

/** What lies under everything else. */
enum Backdrop {
    FLAT {
        @Override
        void paint(Sheet sheet) {
            sheet.box(0, 0, 1, sheet.height(), sheet.palette().ground());
        }
    },
    GRADIENT {
        @Override
        void paint(Sheet sheet) {
            Color[] colours = {
                sheet.palette().ground(),
                sheet.palette().accent(0),
                sheet.palette().accent(1)
            };
            double lean = sheet.between(-0.4, 0.4);
            sheet.graphics()
                    .setPaint(new LinearGradientPaint(
                            (float) (0.5 - lean),
                            0,
                            (float) (0.5 + lean),
                            (float) sheet.height(),
                            new float[] {0, 0.6f, 1},
                            colours));
            sheet.graphics().fill(whole(sheet));
        }
    },
    GLOW {
        @Override
        void paint(Sheet sheet) {
            Color[] colours = {
                sheet.palette().accent(sheet.random()), sheet.palette().ground()
            };
            sheet.graphics()
                    .setPaint(new RadialGradientPaint(
                            (float) sheet.between(0.3, 0.7),
                            (float) (sheet.height() * sheet.between(0.3, 0.7)),
                            (float) sheet.between(0.45, 0.8),
                            new float[] {0, 1},
                            colours));
            sheet.graphics().fill(whole(sheet));
        }
    },
    SPLIT {
        @Override
        void paint(Sheet sheet) {
            FLAT.paint(sheet);
            double left = sheet.height() * sheet.between(0.2, 0.8);
            double right = sheet.height() * sheet.between(0.2, 0.8);
            sheet.polygon(
                    sheet.palette().accent(sheet.random()), 0, left, 1, right, 1, sheet.height(), 0, sheet.height());
        }
    },
    STRIPES {
        @Override
        void paint(Sheet sheet) {
            FLAT.paint(sheet);
            double width = sheet.between(0.03, 0.12);
            Color colour = Palette.faded(sheet.palette().accent(sheet.random()), sheet.between(0.3, 1));
            for (double x = -sheet.height(); x < 1 + width; x += 2 * width) {
                sheet.polygon(
                        colour,
                        x,
                        0,
                        x + width,
                        0,
                        x + width + sheet.height() / 2,
                        sheet.height(),
                        x + sheet.height() / 2,
                        sheet.height());
            }
        }
    },
    PAPER {
        @Override
        void paint(Sheet sheet) {
            FLAT.paint(sheet);
            for (int i = 0; i < 40; i++) {
                Color stain = Palette.faded(sheet.palette().accent(sheet.random()), 0.04);
                sheet.disc(sheet.between(0, 1.0), sheet.between(0, sheet.height()), sheet.between(0.02, 0.35), stain);
            }
        }
    };

    abstract void paint(Sheet sheet);

    private static Rectangle2D whole(Sheet sheet) {
        return new Rectangle2D.Double(0, 0, 1, sheet.height());
    }
}
