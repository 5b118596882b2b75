package io.kubefate.cli.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Splits a text into YAML documents. */
final class Documents {

    /** In column 0, the marker starts a document wherever it is; it cannot be part of a scalar. */
    private static final Pattern START = Pattern.compile("---(\\s.*)?", Pattern.DOTALL);

    private static final Pattern IGNORED = Pattern.compile("\\s*(#.*)?|(---|\\.\\.\\.)\\s*(#.*)?|%.*", Pattern.DOTALL);

    private Documents() {}

    /**
     * A document.
     *
     * @param precedingLines the number of lines before it
     */
    record Document(int precedingLines, String text) {}

    /** {@return the documents that have more than comments} */
    static List<Document> split(String text) {
        List<Document> documents = new ArrayList<>();
        List<String> lines = text.lines().toList();
        int start = 0;
        for (int end = 1; end <= lines.size(); end++) {
            if (end == lines.size() || START.matcher(lines.get(end)).matches()) {
                add(documents, start, lines.subList(start, end));
                start = end;
            }
        }
        return documents;
    }

    private static void add(List<Document> documents, int precedingLines, List<String> lines) {
        if (!lines.stream().allMatch(IGNORED.asMatchPredicate())) {
            documents.add(new Document(precedingLines, String.join("\n", lines) + "\n"));
        }
    }
}
