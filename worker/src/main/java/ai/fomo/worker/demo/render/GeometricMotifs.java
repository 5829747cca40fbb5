package ai.fomo.worker.demo.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Rectangle2D;

/** Compass and ruler. */
final class GeometricMotifs {
    private GeometricMotifs() {}

    static void rings(Sheet sheet) {
        double x = sheet.between(0.25, 0.75);
        double y = sheet.height() * sheet.between(0.35, 0.65);
        double radius = sheet.between(0.25, 0.55);
        int count = sheet.between(3, 16);
        for (int i = 0; i < count; i++) {
            sheet.disc(
                    x,
                    y,
                    radius * (count - i) / count,
                    i % 2 == 0 ? sheet.palette().accent(i / 2) : sheet.palette().ground());
        }
    }

    static void rays(Sheet sheet) {
        double x = sheet.between(0.3, 0.7);
        double y = sheet.height() * sheet.between(0.4, 1.0);
        int count = sheet.between(9, 24);
        for (int i = 0; i < count; i++) {
            Color colour = sheet.palette().accent(i);
            sheet.fill(new Arc2D.Double(x - 2, y - 2, 4, 4, i * 360.0 / count, 180.0 / count, Arc2D.PIE), colour);
        }
        sheet.disc(x, y, sheet.between(0.08, 0.22), sheet.palette().accent(sheet.random()));
    }

    static void blocks(Sheet sheet) {
        int columns = sheet.between(2, 5);
        double size = 1.0 / columns;
        for (double y = 0; y < sheet.height(); y += size) {
            for (int column = 0; column < columns; column++) {
                block(sheet, column * size, y, size);
            }
        }
    }

    private static void block(Sheet sheet, double x, double y, double size) {
        Color colour = sheet.palette().accent(sheet.random());
        switch (sheet.random().nextInt(5)) {
            case 0 -> sheet.box(x, y, size, size, colour);
            case 1 -> sheet.disc(x + size / 2, y + size / 2, size / 2, colour);
            case 2 -> sheet.polygon(colour, x, y, x + size, y, x, y + size);
            case 3 -> {
                double start = 90.0 * sheet.random().nextInt(4);
                sheet.fill(new Arc2D.Double(x, y, size, size, start, 180, Arc2D.PIE), colour);
            }
            default -> sheet.box(x, y + size / 2, size, size / 2, Palette.faded(colour, 0.6));
        }
    }

    static void checker(Sheet sheet) {
        int columns = sheet.between(6, 12);
        double size = 1.0 / columns;
        double top = sheet.height() * sheet.between(0, 0.6);
        int rows = sheet.between(2, columns);
        Color colour = sheet.palette().accent(sheet.random());
        for (int i = 0; i < rows * columns; i++) {
            int row = i / columns;
            if ((row + i % columns) % 2 == 0) {
                sheet.box(i % columns * size, top + row * size, size, size, colour);
            }
        }
    }

    static void turnedSquares(Sheet sheet) {
        AffineTransform before = sheet.graphics().getTransform();
        int count = sheet.between(8, 22);
        double turn = sheet.between(0.03, 0.2);
        Color colour = sheet.palette().accent(sheet.random());
        sheet.graphics().translate(0.5, sheet.height() / 2);
        sheet.graphics().setStroke(new BasicStroke((float) sheet.between(0.003, 0.012)));
        for (int i = 0; i < count; i++) {
            double size = 1.1 * (count - i) / count;
            sheet.graphics().rotate(turn);
            sheet.graphics().setColor(colour);
            sheet.graphics().draw(new Rectangle2D.Double(-size / 2, -size / 2, size, size));
        }
        sheet.graphics().setTransform(before);
    }

    static void dots(Sheet sheet) {
        int columns = sheet.between(7, 18);
        double step = 1.0 / columns;
        double x = sheet.between(0, 1.0);
        double y = sheet.between(0, sheet.height());
        Color colour = sheet.palette().accent(sheet.random());
        for (double row = step / 2; row < sheet.height(); row += step) {
            for (double column = step / 2; column < 1; column += step) {
                double away = StrictMath.hypot(column - x, row - y);
                sheet.disc(column, row, step * 0.5 * Math.max(0.08, 1 - away), colour);
            }
        }
    }

    static void bands(Sheet sheet) {
        int count = sheet.between(3, 5);
        double top = sheet.height() * sheet.between(0.15, 0.5);
        double thickness = sheet.between(0.06, 0.16);
        double lean = sheet.random().nextInt(3) == 0 ? sheet.between(-0.5, 0.5) : 0;
        for (int i = 0; i < count; i++) {
            double y = top + i * thickness;
            sheet.polygon(
                    sheet.palette().accent(i),
                    0,
                    y + lean,
                    1,
                    y - lean,
                    1,
                    y + thickness - lean,
                    0,
                    y + thickness + lean);
        }
    }

    static void bubbles(Sheet sheet) {
        int count = sheet.between(8, 30);
        for (int i = 0; i < count; i++) {
            Color colour = Palette.faded(sheet.palette().accent(sheet.random()), sheet.between(0.5, 1.0));
            sheet.disc(sheet.between(0, 1.0), sheet.between(0, sheet.height()), sheet.between(0.02, 0.16), colour);
        }
    }
}
