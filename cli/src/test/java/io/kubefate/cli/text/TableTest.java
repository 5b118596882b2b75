package io.kubefate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void padsColumnsSeparatesThemByTabsAndEndsWithAnEmptyLine() {
        assertThat(new Table("A", "LONG", "C").row("value", "x", "y").text())
                .isEqualTo("A    \tLONG\tC\nvalue\tx   \ty\n\n");
    }

    @Test
    void alignsCellsWithSeveralLines() {
        assertThat(new Table().row("Label", "one\ntwo\n").text()).isEqualTo("Label\tone\n     \ttwo\n\n");
    }

    @Test
    void printsNothingForNull() {
        assertThat(new Table().row("Label", null).text()).isEqualTo("Label\n\n");
    }

    @Test
    void removesTabsAndControlCharactersFromCells() {
        assertThat(new Table().row("a\tb", "\u001B[31mred\u0007").text()).isEqualTo("a    b\t[31mred\n\n");
    }
}
