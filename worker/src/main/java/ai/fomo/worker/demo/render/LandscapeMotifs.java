package ai.fomo.worker.demo.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** Hills, towns, plants, skies. */
final class LandscapeMotifs {
    private LandscapeMotifs() {}

    static void ridges(Sheet sheet) {
        if (sheet.random().nextBoolean()) {
            double x = sheet.between(0.2, 0.8);
            sheet.disc(
                    x,
                    sheet.height() * 0.35,
                    sheet.between(0.06, 0.16),
                    sheet.palette().accent(sheet.random()));
        }
        int layers = sheet.between(3, 6);
        for (int layer = 0; layer < layers; layer++) {
            double base = sheet.height() * (0.4 + 0.55 * layer / layers);
            double phase = sheet.between(0, 6.3);
            double rough = sheet.between(0.02, 0.09);
            Path2D ridge = new Path2D.Double();
            ridge.moveTo(0, sheet.height());
            for (int i = 0; i <= 24; i++) {
                double x = i / 24.0;
                double y =
                        base + rough * StrictMath.sin(phase + 7 * x) + rough * 0.6 * StrictMath.sin(2 * phase + 17 * x);
                ridge.lineTo(x, y);
            }
            ridge.lineTo(1, sheet.height());
            ridge.closePath();
            sheet.fill(ridge, sheet.palette().accent(layer));
        }
    }

    static void slicedSun(Sheet sheet) {
        double x = sheet.between(0.35, 0.65);
        double y = sheet.height() * sheet.between(0.4, 0.6);
        double radius = sheet.between(0.2, 0.38);
        Color sun = sheet.palette().accent(sheet.random());
        sheet.disc(x, y, radius, sun);
        for (int i = 0; i < 6; i++) {
            double top = y + radius * (i * 0.17);
            sheet.box(0, top, 1, radius * 0.03 * (i + 1), sheet.palette().ground());
        }
    }

    static void palms(Sheet sheet) {
        sheet.disc(
                sheet.between(0.3, 0.7),
                sheet.height() * 0.5,
                sheet.between(0.15, 0.3),
                sheet.palette().accent(0));
        Color colour = sheet.palette().accent(sheet.between(1, 3));
        for (int palm = sheet.between(1, 3); palm > 0; palm--) {
            double foot = sheet.between(0.1, 0.9);
            double top = foot + sheet.between(-0.12, 0.12);
            double crown = sheet.height() * sheet.between(0.25, 0.5);
            sheet.graphics().setColor(colour);
            sheet.graphics().setStroke(new BasicStroke(0.022f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            sheet.graphics()
                    .draw(new QuadCurve2D.Double(foot, sheet.height(), foot, (crown + sheet.height()) / 2, top, crown));
            for (int leaf = 0; leaf < 8; leaf++) {
                double angle = Math.PI * (0.95 + 1.1 * leaf / 7);
                double reach = sheet.between(0.16, 0.26);
                double tipX = top + reach * StrictMath.cos(angle);
                double tipY = crown + reach * 0.5 * StrictMath.sin(angle) + 0.08;
                Path2D frond = new Path2D.Double();
                frond.moveTo(top, crown);
                frond.quadTo((top + tipX) / 2, crown - 0.09, tipX, tipY);
                frond.quadTo((top + tipX) / 2, crown - 0.02, top, crown);
                sheet.fill(frond, colour);
            }
        }
    }

    static void leaves(Sheet sheet) {
        AffineTransform before = sheet.graphics().getTransform();
        for (int leaf = sheet.between(14, 40); leaf > 0; leaf--) {
            double length = sheet.between(0.1, 0.34);
            sheet.graphics().translate(sheet.between(0, 1.0), sheet.between(0, sheet.height()));
            sheet.graphics().rotate(sheet.between(0, 2 * Math.PI));
            Path2D blade = new Path2D.Double();
            blade.moveTo(0, 0);
            blade.quadTo(length / 2, -length * 0.3, length, 0);
            blade.quadTo(length / 2, length * 0.3, 0, 0);
            sheet.fill(blade, sheet.palette().accent(sheet.random()));
            sheet.graphics().setStroke(new BasicStroke(0.003f));
            sheet.graphics().setColor(sheet.palette().ground());
            sheet.graphics().draw(new Line2D.Double(0, 0, length, 0));
            sheet.graphics().setTransform(before);
        }
    }

    static void flowers(Sheet sheet) {
        AffineTransform before = sheet.graphics().getTransform();
        for (int flower = sheet.between(3, 9); flower > 0; flower--) {
            double size = sheet.between(0.06, 0.18);
            int petals = sheet.between(5, 9);
            Color colour = sheet.palette().accent(sheet.random());
            sheet.graphics().translate(sheet.between(0.05, 0.95), sheet.height() * sheet.between(0.05, 0.95));
            for (int petal = 0; petal < petals; petal++) {
                sheet.graphics().rotate(2 * Math.PI / petals);
                sheet.fill(new Ellipse2D.Double(size * 0.2, -size * 0.28, size, size * 0.56), colour);
            }
            sheet.disc(0, 0, size * 0.35, sheet.palette().accent(sheet.random()));
            sheet.graphics().setTransform(before);
        }
    }

    static void skyline(Sheet sheet) {
        double x = -0.02;
        Color wall = sheet.palette().accent(sheet.between(0, 3));
        Color light = sheet.palette().accent(sheet.random());
        while (x < 1) {
            double width = sheet.between(0.07, 0.18);
            double tall = sheet.height() * sheet.between(0.2, 0.6);
            double top = sheet.height() - tall;
            sheet.box(x, top, width, tall, wall);
            for (double y = top + 0.02; y < sheet.height(); y += 0.04) {
                for (double window = x + 0.012; window < x + width - 0.02; window += 0.03) {
                    if (sheet.random().nextInt(3) == 0) {
                        sheet.box(window, y, 0.014, 0.02, light);
                    }
                }
            }
            x += width + sheet.between(-0.01, 0.02);
        }
    }

    static void horizonGrid(Sheet sheet) {
        double horizon = sheet.height() * sheet.between(0.45, 0.65);
        sheet.disc(0.5, horizon, sheet.between(0.15, 0.3), sheet.palette().accent(sheet.random()));
        sheet.box(0, horizon, 1, sheet.height() - horizon, sheet.palette().ground());
        sheet.graphics().setStroke(new BasicStroke((float) sheet.between(0.003, 0.008)));
        sheet.graphics().setColor(sheet.palette().accent(sheet.random()));
        for (int i = -12; i <= 12; i++) {
            sheet.graphics().draw(new Line2D.Double(0.5 + i * 0.04, horizon, 0.5 + i * 0.3, sheet.height()));
        }
        for (int i = 0; i < 9; i++) {
            double y = horizon + (sheet.height() - horizon) * i * i / 64.0;
            sheet.graphics().draw(new Line2D.Double(0, y, 1, y));
        }
    }
}
