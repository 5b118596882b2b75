package io.kubefate.server.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogReaderTest {

    @Test
    void readsLineByLineAcrossBlocks() throws IOException {
        String text = "ä".repeat(5000) + "\n\nlast\n";

        assertThat(lines(text)).containsExactly("ä".repeat(5000), "", "last");
    }

    @Test
    void aLastLineWithoutAnEndIsALine() throws IOException {
        assertThat(lines("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void anEmptyLogHasNoLines() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void aLineWithoutEndComesInPieces() throws IOException {
        String text = "x".repeat(LogReader.MAX_LINE) + "yz\n";

        assertThat(lines(text)).containsExactly("x".repeat(LogReader.MAX_LINE), "yz");
    }

    @Test
    void keepsCarriageReturnsOfProgressBars() throws IOException {
        assertThat(lines("10%\r20%\r\nnext\n")).containsExactly("10%\r20%\r", "next");
    }

    private static List<String> lines(String text) throws IOException {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        try (LogReader reader = new LogReader(in)) {
            for (Optional<LogLine> line = reader.next(); line.isPresent(); line = reader.next()) {
                lines.add(line.get().text());
            }
        }
        return lines;
    }
}
