package ai.fomo.worker.demo.render;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;

/** Sets lines of text into boxes, as large as they fit, in a colour that can be read there. */
record Lettering(Sheet sheet, Typeface typeface) {
    /** Where in its box a line that is narrower stands. */
    enum Align {
        LEFT,
        CENTRE,
        RIGHT
    }

    /** @return the height that was used, at most {@code boxHeight} */
    double line(String text, Rectangle2D box, Align align) {
        if (text.isBlank()) {
            return 0;
        }
        Shape outline = Outlines.of(typeface).text(text);
        Rectangle2D bounds = outline.getBounds2D();
        double scale = Math.min(box.getWidth() / bounds.getWidth(), box.getHeight() / bounds.getHeight());
        double spare = box.getWidth() - bounds.getWidth() * scale;
        double x = box.getX()
                + switch (align) {
                    case LEFT -> 0;
                    case CENTRE -> spare / 2;
                    case RIGHT -> spare;
                };
        double used = bounds.getHeight() * scale;
        Rectangle2D taken = new Rectangle2D.Double(x, box.getY(), bounds.getWidth() * scale, used);
        AffineTransform place =
                new AffineTransform(scale, 0, 0, scale, x - bounds.getX() * scale, box.getY() - bounds.getY() * scale);
        draw(place.createTransformedShape(outline), taken);
        return used;
    }

    private void draw(Shape text, Rectangle2D taken) {
        Color under = sheet.mean(taken);
        Color ink = sheet.palette().mostReadableOn(under);
        // A halo in the colour of what is under the text keeps it readable on a busy motif.
        sheet.graphics()
                .setStroke(new BasicStroke(
                        (float) (taken.getHeight() * 0.14), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        sheet.graphics().setColor(Palette.faded(under, 0.75));
        sheet.graphics().draw(text);
        sheet.fill(text, ink);
    }

    /** The words of a text one under the other, each as wide as it may be. */
    void stack(String text, Rectangle2D box) {
        List<String> words = Arrays.asList(text.split(" "));
        double each = box.getHeight() / words.size();
        double y = box.getY();
        for (String word : words) {
            y += line(word, new Rectangle2D.Double(box.getX(), y, box.getWidth(), each * 0.88), Align.CENTRE)
                    + each * 0.1;
        }
    }
}
