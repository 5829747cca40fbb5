package ai.fomo.worker.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void whatWouldBeMarkupIsEscapedAndEverythingStaysOnOneLine() {
        assertThat(Markdown.text("a|b <i> *x* _y_\n# z [l](u) `c` ~d~ &amp; \\e !"))
                .isEqualTo("a\\|b \\<i\\> \\*x\\* \\_y\\_ \\# z \\[l\\](u) \\`c\\` \\~d\\~ \\&amp; \\\\e \\!");
    }
}
