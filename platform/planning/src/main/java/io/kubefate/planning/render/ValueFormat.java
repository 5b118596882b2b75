package io.kubefate.planning.render;

import freemarker.core.CommonMarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How text is printed into files of one type, such that it cannot end its scalar or begin another. */
final class ValueFormat extends CommonMarkupOutputFormat<ValueMarkup> {

    private final String name;
    private final UnaryOperator<String> escape;

    /**
     * A format.
     *
     * @param name for FreeMarker's messages
     * @param escape from a value's text to what is printed; throws {@link UnprintableValueException}
     */
    ValueFormat(String name, UnaryOperator<String> escape) {
        this.name = name;
        this.escape = escape;
    }

    /** Something that is printed as it stands. */
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
