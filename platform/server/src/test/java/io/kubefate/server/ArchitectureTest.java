package io.kubefate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package diagram of docs/architecture.md is the one that the code has; {@code -Ddocs.write=true} writes it. */
class ArchitectureTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path DOCUMENT = ROOT.resolve("docs/architecture.md");
    private static final Pattern DIAGRAM =
            Pattern.compile("(?s)(<!-- packages -->\n```\n)(.*?)(```\n<!-- /packages -->)");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern IMPORT =
            Pattern.compile("(?m)^import (?:static )?(io\\.kubefate\\.[a-z0-9.]+)\\.[A-Z]");

    @Test
    void theDocumentShowsThePackagesOfTheCode() throws IOException {
        String document = Files.readString(DOCUMENT);
        Matcher diagram = DIAGRAM.matcher(document);
        assertThat(diagram.find()).isTrue();
        String actual = diagram(imports());
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(DOCUMENT, diagram.replaceFirst("$1" + Matcher.quoteReplacement(actual) + "$3"));
            return;
        }

        assertThat(diagram.group(2)).isEqualTo(actual);
    }

    @Test
    void noTwoPackagesImportEachOther() {
        Map<String, Set<String>> imports = imports();

        assertThat(imports.entrySet())
                .allSatisfy(entry -> assertThat(entry.getValue())
                        .as("packages that %s imports and that import it", entry.getKey())
                        .noneMatch(
                                other -> imports.getOrDefault(other, Set.of()).contains(entry.getKey())));
    }

    /** Returns one line for each package, with the packages that it imports. */
    private static String diagram(Map<String, Set<String>> imports) {
        return imports.entrySet().stream()
                .map(entry -> "%-34s -> %s"
                        .formatted(
                                shortened(entry.getKey()),
                                entry.getValue().stream()
                                        .map(ArchitectureTest::shortened)
                                        .collect(Collectors.joining(", ")))
                        .stripTrailing())
                .map(line -> line.replaceFirst(" *->$", "") + "\n")
                .collect(Collectors.joining());
    }

    private static String shortened(String name) {
        return name.replaceFirst("^io\\.kubefate\\.", "");
    }

    private static Map<String, Set<String>> imports() {
        Map<String, Set<String>> imports = new TreeMap<>();
        try (Stream<Path> files =
                Stream.of("platform", "plugins", "cli").map(ROOT::resolve).flatMap(ArchitectureTest::walk)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/main/java/"))
                    .forEach(file -> add(imports, read(file)));
        }
        return imports;
    }

    private static void add(Map<String, Set<String>> imports, String source) {
        Matcher declared = PACKAGE.matcher(source);
        if (!declared.find()) {
            return;
        }
        Set<String> others = imports.computeIfAbsent(declared.group(1), name -> new TreeSet<>());
        IMPORT.matcher(source).results().map(match -> match.group(1)).forEach(others::add);
        others.remove(declared.group(1));
    }

    private static Stream<Path> walk(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
