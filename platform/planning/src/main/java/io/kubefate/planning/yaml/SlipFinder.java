package io.kubefate.planning.yaml;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds typical slips in the lines of a text that is not valid YAML. */
final class SlipFinder {

    /** Their names in Unicode take long to find. */
    private static final int MAX_LOOK_ALIKES = 1_000;

    private final YamlLines lines;

    SlipFinder(YamlLines lines) {
        this.lines = requireNonNull(lines, "lines is null");
    }

    /** Returns sets of slips, each of which can be the cause of a failure, the most probable first. */
    Stream<List<Slip>> candidates(Region region) {
        return Stream.<Function<Region, List<Slip>>>of(
                        this::colons, this::templates, this::lookAlikes, this::quotationMarks)
                .map(finder -> finder.apply(region))
                .filter(slips -> !slips.isEmpty());
    }

    /** Finds what makes a plain scalar of a key and its value. */
    List<Slip> colons(Region region) {
        return region.lines()
                .mapToObj(line -> colon(line, lines.structure(line)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Finds {@code key:value}, and a look-alike of the colon, after the first key of a line. */
    private static Optional<Slip> colon(int line, String structure) {
        int key = skip(structure, 0, c -> isBlank(c) || c == '-');
        int end = skip(structure, key, SlipFinder::isKey);
        int colon = skip(structure, end, SlipFinder::isBlank);
        if (end == key || colon == structure.length()) {
            return Optional.empty();
        }
        if (structure.charAt(colon) == ':') {
            return tight(line, structure, colon);
        }
        return LookAlike.of(structure.charAt(colon)).filter(LookAlike::isColon).map(found -> slip(line, colon, found));
    }

    /** Finds a colon without a space after it, or with one that only looks like a space. */
    private static Optional<Slip> tight(int line, String structure, int colon) {
        if (colon + 1 == structure.length()
                || isBlank(structure.charAt(colon + 1))
                || structure.startsWith("://", colon)) {
            return Optional.empty();
        }
        return Optional.of(LookAlike.of(structure.charAt(colon + 1))
                .filter(LookAlike::isInvisible)
                .map(found -> new Slip(line, colon + 1, 1, " ", found.advice()))
                .orElseGet(() -> new Slip(line, colon, 1, ": ", SlipAdvice.SPACE_AFTER_COLON)));
    }

    /** Finds the expressions of a template in the whole text, if there is one in the region; only the first one has a message. */
    private List<Slip> templates(Region region) {
        if (region.lines().noneMatch(line -> TemplateExpression.find(lines.structure(line), 0) >= 0)) {
            return List.of();
        }
        List<Slip> slips = new ArrayList<>();
        for (int line = 0; line < lines.count(); line++) {
            String text = lines.structure(line);
            int first = text.length() - text.stripLeading().length();
            int last = text.stripTrailing().length();
            for (int start = TemplateExpression.find(text, 0); start >= 0; ) {
                int end = TemplateExpression.end(text, start);
                boolean statement = start == first && end >= last;
                String message = slips.isEmpty() ? TemplateExpression.ADVICE : "";
                slips.add(new Slip(line, start, end - start, statement ? "" : "x", message));
                start = TemplateExpression.find(text, end);
            }
        }
        return slips;
    }

    private List<Slip> lookAlikes(Region region) {
        return lookAlikes(region, lines::structure, found -> true);
    }

    /** A quoted scalar that ends with a typographic quotation mark includes the rest of the text. */
    private List<Slip> quotationMarks(Region region) {
        return lookAlikes(region, lines::line, LookAlike::isQuotationMark);
    }

    private static List<Slip> lookAlikes(Region region, IntFunction<String> text, Predicate<LookAlike> accepted) {
        return region.lines()
                .boxed()
                .flatMap(line -> lookAlikes(line, text.apply(line), accepted))
                .limit(MAX_LOOK_ALIKES)
                .toList();
    }

    private static Stream<Slip> lookAlikes(int line, String text, Predicate<LookAlike> accepted) {
        return IntStream.range(0, text.length())
                .boxed()
                .flatMap(column ->
                        LookAlike.of(text.charAt(column))
                                .filter(accepted)
                                .map(found -> slip(line, column, found))
                                .stream());
    }

    private static Slip slip(int line, int column, LookAlike found) {
        return new Slip(line, column, 1, found.isColon() ? ": " : found.ascii(), found.advice());
    }

    private static int skip(String text, int from, IntPredicate accepted) {
        int i = from;
        while (i < text.length() && accepted.test(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isKey(int c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "_-./".indexOf(c) >= 0 || c == StructureScanner.QUOTED);
    }
}
