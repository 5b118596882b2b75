package io.kubefate.plugin.testing;

import io.kubefate.planning.render.TemplateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** Records the templates that are read. */
final class RecordedTemplates implements TemplateSource {

    /** FreeMarker's special variables that depend on time or environment. */
    private static final Pattern UNSTEADY =
            Pattern.compile("(?<![\\w\\])?])\\.(now|locale|locale_object|lang|time_zone|data_model|main|vars)\\b");

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{[^}]*}|<[#@][^>]*>");

    private final TemplateSource templates;
    private final Map<String, String> read = new ConcurrentSkipListMap<>();

    RecordedTemplates(TemplateSource templates) {
        this.templates = templates;
    }

    @Override
    public Optional<String> read(String name) {
        Optional<String> text = templates.read(name);
        text.ifPresent(content -> read.put(name, content));
        return text;
    }

    /** {@return a sentence for each template that uses time or environment} */
    List<String> unsteady() {
        return read.entrySet().stream()
                .flatMap(template -> EXPRESSION
                        .matcher(template.getValue())
                        .results()
                        .map(match -> match.group())
                        .filter(expression -> UNSTEADY.matcher(expression).find())
                        .map(expression -> "templates/" + template.getKey() + ": " + expression
                                + " depends on time or environment; use a value of the model"))
                .toList();
    }
}
