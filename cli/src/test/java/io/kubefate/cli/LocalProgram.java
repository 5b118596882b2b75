package io.kubefate.cli;

import static java.util.Objects.requireNonNull;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A script that shells run like the program. The program itself runs in this process, because a JVM takes a second to start. */
final class LocalProgram implements AutoCloseable {

    private final CommandLineRunner program;
    private final ServerSocket socket;

    LocalProgram(CommandLineRunner program) throws IOException {
        this.program = requireNonNull(program, "program is null");
        this.socket = new ServerSocket(0, 0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        Thread server = new Thread(this::serve, "program");
        server.setDaemon(true);
        server.start();
    }

    /** {@return a script that sends the number of its arguments and each of them, and prints what the program prints} */
    String script() {
        return """
                #!/bin/bash
                exec 3<>/dev/tcp/127.0.0.1/%d
                printf '%%s\\0' "$#" "$@" >&3
                cat <&3
                """.formatted(socket.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                InputStream in = new BufferedInputStream(connection.getInputStream());
                String[] arguments = new String[Integer.parseInt(read(in))];
                for (int index = 0; index < arguments.length; index++) {
                    arguments[index] = read(in);
                }
                connection.getOutputStream().write(program.run(arguments).out().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // the test has ended, or the shell no longer reads
            }
        }
    }

    /** {@return the text before the next NUL} */
    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0; next = in.read()) {
            text.write(next);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
