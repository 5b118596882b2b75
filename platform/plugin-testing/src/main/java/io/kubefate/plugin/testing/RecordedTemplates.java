package io.kubefate.plugin.testing;

import io.kubefate.planning.render.TemplateSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;

/** The templates that were read so far, to be looked into. */
final class RecordedTemplates implements TemplateSource {

    /** FreeMarker's special variables that are not the same everywhere and always. */
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

    /** {@return a sentence for each template that reads the clock or what the service's machine is set to} */
    List<String> unsteady() {
        return read.entrySet().stream()
                .flatMap(template -> EXPRESSION
                        .matcher(template.getValue())
                        .results()
                        .map(match -> match.group())
                        .filter(expression -> UNSTEADY.matcher(expression).find())
                        .map(expression -> "templates/" + template.getKey() + ": " + expression
                                + " is not the same everywhere and always; take the value from the model"))
                .toList();
    }
}
