package io.kubefate.planning.render;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Prints text into files of one type, escaped so that it stays within its scalar. */
final class ValueFormat extends CommonMarkupOutputFormat<ValueMarkup> {

    private final String name;
    private final UnaryOperator<String> escape;

    /** Creates a format; the escape function may throw {@link UnprintableValueException}. */
    ValueFormat(String name, UnaryOperator<String> escape) {
        this.name = name;
        this.escape = escape;
    }

    /** Returns markup that is printed unchanged. */
    ValueMarkup verbatim(String markup) {
        return new ValueMarkup(this, null, markup);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public @Nullable String getMimeType() {
        return null;
    }

    @Override
    public void output(String text, Writer out) throws IOException, TemplateModelException {
        out.write(escapePlainText(text));
    }

    @Override
    public String escapePlainText(String text) throws TemplateModelException {
        try {
            return escape.apply(text);
        } catch (UnprintableValueException e) {
            throw new TemplateModelException(e.getMessage(), e);
        }
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String builtInName) {
        return false;
    }

    @Override
    protected ValueMarkup newTemplateMarkupOutputModel(String plainText, String markup) {
        return new ValueMarkup(this, plainText, markup);
    }
}
