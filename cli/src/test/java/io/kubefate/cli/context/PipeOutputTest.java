package io.kubefate.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubefate.cli.error.OutputClosedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PipeOutputTest {

    @Test
    void endsTheCommandWhenNobodyReads() {
        PrintWriter out = writer("Broken pipe");

        assertThatThrownBy(() -> out.println("text")).isInstanceOf(OutputClosedException.class);
    }

    @Test
    void leavesOtherFailuresToTheWriter() {
        PrintWriter out = writer("No space left on device");

        out.println("text");

        assertThat(out.checkError()).isTrue();
    }

    private static PrintWriter writer(String failure) {
        return new PrintWriter(
                new PipeOutput(new OutputStream() {
                    @Override
                    public void write(int character) throws IOException {
                        throw new IOException(failure);
                    }
                }),
                true,
                StandardCharsets.UTF_8);
    }
}
