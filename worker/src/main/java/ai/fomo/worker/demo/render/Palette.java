package ai.fomo.worker.demo.render;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Colours that go together; the first is the ground, the others lie on it. */
record Palette(List<Color> colours) {
    Palette {
        colours = List.copyOf(colours);
    }

    /** @param hex six-digit colours, separated by blanks */
    static Palette of(String hex) {
        return new Palette(Arrays.stream(hex.split(" "))
                .map(colour -> new Color(Integer.parseInt(colour, 16)))
                .toList());
    }

    Color ground() {
        return colours.get(0);
    }

    /** Any colour but the ground. */
    Color accent(Random random) {
        return colours.get(1 + random.nextInt(colours.size() - 1));
    }

    Color accent(int index) {
        return colours.get(1 + Math.floorMod(index, colours.size() - 1));
    }

    /** The colour that stands out most from what is under it. */
    Color mostReadableOn(Color under) {
        Color best = Color.WHITE;
        double distance = -1;
        for (Color colour : colours) {
            double apart = Math.abs(luminance(colour) - luminance(under));
            if (apart > distance) {
                distance = apart;
                best = colour;
            }
        }
        if (distance > 0.3) {
            return best;
        }
        return luminance(under) > 0.5 ? new Color(0x121212) : new Color(0xf8f8f4);
    }

    /** Each hue turned and each lightness shifted a little, as two printers would. */
    Palette varied(Random random) {
        float turn = (float) (random.nextGaussian() * 0.025);
        float light = (float) (random.nextGaussian() * 0.05);
        return new Palette(colours.stream()
                .map(colour -> {
                    float[] hsb = Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null);
                    float brightness = Math.max(0, Math.min(1, hsb[2] + light));
                    return new Color(Color.HSBtoRGB(hsb[0] + turn, hsb[1], brightness));
                })
                .toList());
    }

    /** The same colours with another one as ground. */
    Palette turned(int by) {
        List<Color> turned = new ArrayList<>(colours);
        Collections.rotate(turned, by);
        return new Palette(turned);
    }

    static Color faded(Color colour, double opacity) {
        return new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * opacity));
    }

    private static double luminance(Color colour) {
        return (0.299 * colour.getRed() + 0.587 * colour.getGreen() + 0.114 * colour.getBlue()) / 255;
    }
}
