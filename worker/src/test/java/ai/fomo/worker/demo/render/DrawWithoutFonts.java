package ai.fomo.worker.demo.render;

/** Prints what some covers look like; run in a virtual machine of its own, whose fonts are out of order. */
final class DrawWithoutFonts {
    private DrawWithoutFonts() {}

    public static void main(String[] arguments) {
        System.out.println("pixels " + Pixels.ofSomeCovers());
    }
}
