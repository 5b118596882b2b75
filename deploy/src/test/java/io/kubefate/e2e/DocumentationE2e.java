package io.kubefate.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every link of the documentation leads to a file and a heading: in the repository, and in the archive that users unpack. */
class DocumentationE2e {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
    private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void linksOfTheRepositoryLeadSomewhere() throws IOException {
        Path repository = Home.folder().resolve("../../..").normalize();

        assertThat(pages(repository)).isNotEmpty().allSatisfy(DocumentationE2e::leadsSomewhere);
    }

    @Test
    void linksOfTheArchiveLeadSomewhere() throws IOException {
        assertThat(pages(Home.folder())).isNotEmpty().allSatisfy(DocumentationE2e::leadsSomewhere);
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> front = Files.list(folder);
                Stream<Path> docs = Files.walk(folder.resolve("docs"))) {
            return Stream.concat(front, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static void leadsSomewhere(Path page) throws IOException {
        List<String> links = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !ELSEWHERE.matcher(link).matches())
                .toList();
        for (String link : links) {
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
            assertThat(target).as("%s in %s", link, page).exists();
            if (parts.length > 1) {
                assertThat(anchors(target)).as("%s in %s", link, page).contains(parts[1]);
            }
        }
    }

    /** {@return the anchors of a page's headings, as GitHub forms them} */
    private static List<String> anchors(Path page) throws IOException {
        return HEADING.matcher(Files.readString(page))
                .results()
                .map(DocumentationE2e::anchor)
                .toList();
    }

    private static String anchor(MatchResult heading) {
        String text =
                LINK.matcher(heading.group(1)).replaceAll(link -> link.group().replaceAll("]\\(.*", ""));
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }
}
