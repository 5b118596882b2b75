package io.kubefate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The JSON of every record, with all fields and without any, as clients know it. {@code records.txt} is the golden file;
 * {@code -Dgolden.write=true} writes it.
 */
class JsonFormatTest {

    private static final Path GOLDEN = Path.of("src/test/resources/io/kubefate/api/records.txt");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void noFieldChanges() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Class<? extends Record> type : records()) {
            all.append(line(type, Sample.full(type))).append(line(type, Sample.empty(type)));
        }
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, all);
        }

        assertThat(all.toString()).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest
    @MethodSource("records")
    void whatIsWrittenIsRead(Class<? extends Record> type) throws IOException {
        Record written = Sample.full(type);

        assertThat(JSON.readValue(JSON.writeValueAsString(written), type)).isEqualTo(written);
    }

    private static String line(Class<? extends Record> type, Record value) throws IOException {
        return type.getSimpleName() + " " + JSON.writeValueAsString(value) + "\n";
    }

    /** {@return the records of the package, nested ones too, by name} */
    private static List<Class<? extends Record>> records() {
        try (Stream<Path> classes =
                Files.list(Path.of(Job.class.getResource("Job.class").toURI()).getParent())) {
            return classes.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
                    .sorted()
                    .<Class<?>>map(JsonFormatTest::load)
                    .filter(Class::isRecord)
                    .<Class<? extends Record>>map(type -> type.asSubclass(Record.class))
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName("io.kubefate.api." + file.substring(0, file.length() - ".class".length()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
