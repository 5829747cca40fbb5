package ai.fomo.worker.demo.render;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Torn, cut, thrown. */
final class RoughMotifs {
    private RoughMotifs() {}

    static void shards(Sheet sheet) {
        int count = sheet.between(6, 16);
        double x = sheet.between(0.2, 0.8);
        double y = sheet.height() * sheet.between(0.2, 0.8);
        for (int i = 0; i < count; i++) {
            double angle = sheet.between(0, 2 * Math.PI);
            double reach = sheet.between(0.3, 1.2);
            double width = sheet.between(0.03, 0.16);
            sheet.polygon(
                    Palette.faded(sheet.palette().accent(sheet.random()), 0.9),
                    x + sheet.between(-0.08, 0.08),
                    y + sheet.between(-0.08, 0.08),
                    x + reach * StrictMath.cos(angle),
                    y + reach * StrictMath.sin(angle),
                    x + 0.6 * reach * StrictMath.cos(angle + width),
                    y + 0.6 * reach * StrictMath.sin(angle + width));
        }
    }

    static void spikes(Sheet sheet) {
        int points = sheet.between(9, 26);
        double x = 0.5;
        double y = sheet.height() * sheet.between(0.4, 0.6);
        Path2D star = new Path2D.Double();
        for (int i = 0; i < 2 * points; i++) {
            double radius = i % 2 == 0 ? sheet.between(0.3, 0.56) : sheet.between(0.1, 0.2);
            double angle = Math.PI * i / points;
            double px = x + radius * StrictMath.sin(angle);
            double py = y + radius * StrictMath.cos(angle);
            if (i == 0) {
                star.moveTo(px, py);
            } else {
                star.lineTo(px, py);
            }
        }
        star.closePath();
        sheet.fill(star, sheet.palette().accent(sheet.random()));
        sheet.disc(x, y, sheet.between(0.05, 0.14), sheet.palette().ground());
    }

    static void splatter(Sheet sheet) {
        for (int blot = sheet.between(2, 5); blot > 0; blot--) {
            Color colour = sheet.palette().accent(sheet.random());
            double x = sheet.between(0.1, 0.9);
            double y = sheet.height() * sheet.between(0.1, 0.9);
            sheet.disc(x, y, sheet.between(0.06, 0.2), colour);
            for (int i = 0; i < 35; i++) {
                double angle = sheet.between(0, 2 * Math.PI);
                double away = Math.abs(sheet.random().nextGaussian()) * 0.2;
                double radius = sheet.between(0.003, 0.03);
                sheet.disc(x + away * StrictMath.cos(angle), y + away * StrictMath.sin(angle), radius, colour);
            }
        }
    }

    static void tape(Sheet sheet) {
        AffineTransform before = sheet.graphics().getTransform();
        for (int strip = sheet.between(3, 7); strip > 0; strip--) {
            double width = sheet.between(0.3, 1.0);
            double thickness = sheet.between(0.06, 0.2);
            sheet.graphics().translate(sheet.between(0, 1.0), sheet.between(0, sheet.height()));
            sheet.graphics().rotate(sheet.between(-0.5, 0.5));
            Color colour = sheet.palette().accent(sheet.random());
            Path2D torn = new Path2D.Double();
            torn.moveTo(-width / 2, -thickness / 2);
            torn.lineTo(width / 2, -thickness / 2);
            for (int tooth = 1; tooth <= 6; tooth++) {
                torn.lineTo(width / 2 + sheet.between(-0.03, 0.03), -thickness / 2 + thickness * tooth / 6);
            }
            for (int tooth = 6; tooth >= 1; tooth--) {
                torn.lineTo(-width / 2 + sheet.between(-0.03, 0.03), -thickness / 2 + thickness * tooth / 6);
            }
            torn.closePath();
            sheet.fill(torn, colour);
            sheet.graphics().setTransform(before);
        }
    }
}
