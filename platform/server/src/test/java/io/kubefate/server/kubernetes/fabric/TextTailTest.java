package io.kubefate.server.kubernetes.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTailTest {

    @Test
    void keepsATextThatFits() {
        TextTail tail = new TextTail(9, "(earlier lines are left out)\n");
        tail.add("one\n");
        tail.add("höre");

        assertThat(tail.text()).isEqualTo("one\nhöre");
    }

    @Test
    void keepsWholeLinesOfTheEndAndMarksOmittedText() {
        TextTail tail = new TextTail(10, "(earlier lines are left out)\n");
        tail.add("first line\nsecond\nhöre\n");

        assertThat(tail.text()).isEqualTo("(earlier lines are left out)\nhöre\n");
    }

    @Test
    void countsWhileTextIsAdded() {
        TextTail tail = new TextTail(4, "(earlier lines are left out)\n");
        for (int index = 0; index < 1000; index++) {
            tail.add("ab\n");
        }

        assertThat(tail.text()).isEqualTo("(earlier lines are left out)\nab\n");
    }
}
