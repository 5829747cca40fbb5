package ai.fomo.workflows.catalogue;

import java.util.Locale;

/** How a sync ended, for people. */
final class SyncSentences {
    private SyncSentences() {}

    static String ended(CatalogueResult result) {
        String sentence = String.format(
                Locale.ROOT,
                "%,d covers added, %,d refused, %,d there",
                result.added(),
                result.refused(),
                result.covers());
        return result.skipped() == 0
                ? sentence
                : sentence + String.format(Locale.ROOT, "; %,d are left for the next sync", result.skipped());
    }

    static String cancelled(Tally tally) {
        return String.format(
                Locale.ROOT,
                "cancelled when %,d covers had been added; the next sync goes on there",
                tally.addedSoFar());
    }

    static String serverIsAway(String source) {
        return "the server of the images of " + source
                + " does not answer: many covers in a row could not be had. Nothing is lost; begin again later with: fomo"
                + " catalogue sync " + source;
    }
}
