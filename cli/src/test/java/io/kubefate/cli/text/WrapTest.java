package io.kubefate.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrapTest {

    @Test
    void breaksBetweenWordsAndIndentsWhatFollows() {
        assertThat(Wrap.wrap("one two three four", 9)).isEqualTo("one two\n  three\n  four");
    }

    @Test
    void keepsShortLinesAndLineBreaks() {
        assertThat(Wrap.wrap("one\ntwo three", 20)).isEqualTo("one\ntwo three");
    }

    @Test
    void keepsLongWordsWhole() {
        assertThat(Wrap.wrap("see registry.example.com/fate/python:1.5.0 now", 10))
                .isEqualTo("see\n  registry.example.com/fate/python:1.5.0\n  now");
    }

    @Test
    void terminatesForAnyWidth() {
        assertThat(Wrap.wrap("a bbbbbbbbbb  c ", 1)).contains("bbbbbbbbbb");
    }
}
