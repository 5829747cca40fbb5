package ai.fomo.worker.demo.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.DataBufferInt;

/** What print, wear and screens add on top. */
enum Texture {
    CLEAN {
        @Override
        void paint(Sheet sheet) {}
    },
    GRAIN {
        @Override
        void paint(Sheet sheet) {
            int[] pixels = ((DataBufferInt) sheet.image().getRaster().getDataBuffer()).getData();
            int strength = sheet.between(14, 44);
            int noise = sheet.random().nextInt() | 1;
            for (int i = 0; i < pixels.length; i++) {
                // Marsaglia's xorshift: a call of Random for each pixel would take longer than all the drawing.
                noise ^= noise << 13;
                noise ^= noise >>> 17;
                noise ^= noise << 5;
                int change = (noise >>> 8 & 255) * strength / 256 - strength / 2;
                int rgb = pixels[i];
                pixels[i] = clamp((rgb >> 16 & 255) + change) << 16
                        | clamp((rgb >> 8 & 255) + change) << 8
                        | clamp((rgb & 255) + change);
            }
        }
    },
    SCANLINES {
        @Override
        void paint(Sheet sheet) {
            double step = sheet.between(0.008, 0.016);
            for (double y = 0; y < sheet.height(); y += step) {
                sheet.box(0, y, 1, step / 2, new Color(0, 0, 0, 55));
            }
        }
    },
    HALFTONE {
        @Override
        void paint(Sheet sheet) {
            Color ink = Palette.faded(sheet.palette().accent(sheet.random()), 0.35);
            double step = sheet.between(0.022, 0.04);
            boolean fromTop = sheet.random().nextBoolean();
            for (double y = 0; y < sheet.height(); y += step) {
                double depth = fromTop ? 1 - y / sheet.height() : y / sheet.height();
                for (double x = 0; depth > 0.35 && x < 1; x += step) {
                    sheet.disc(x, y, step * 0.5 * (depth - 0.3), ink);
                }
            }
        }
    },
    SCRATCHES {
        @Override
        void paint(Sheet sheet) {
            for (int i = 0; i < 45; i++) {
                sheet.graphics().setStroke(new BasicStroke((float) sheet.between(0.0008, 0.004)));
                sheet.graphics()
                        .setColor(Palette.faded(
                                sheet.random().nextBoolean() ? Color.WHITE : Color.BLACK, sheet.between(0.1, 0.5)));
                double x = sheet.between(-0.1, 1.1);
                double y = sheet.between(0, sheet.height());
                sheet.graphics()
                        .draw(new Line2D.Double(x, y, x + sheet.between(-0.2, 0.2), y + sheet.between(-0.4, 0.4)));
            }
        }
    },
    FRAME {
        @Override
        void paint(Sheet sheet) {
            double margin = sheet.between(0.02, 0.05);
            sheet.graphics().setStroke(new BasicStroke((float) sheet.between(0.004, 0.02)));
            sheet.graphics().setColor(sheet.palette().accent(sheet.random()));
            sheet.graphics().draw(new Rectangle2D.Double(margin, margin, 1 - 2 * margin, sheet.height() - 2 * margin));
        }
    };

    abstract void paint(Sheet sheet);

    private static int clamp(int value) {
        return Math.max(0, Math.min(255, value));
    }
}
