package io.kubefate.planning.render;

import freemarker.core.CommonTemplateMarkupOutputModel;
import org.jspecify.annotations.Nullable;

/** An escaped value of a {@link ValueFormat}. */
class ValueMarkup extends CommonTemplateMarkupOutputModel<ValueMarkup> {

    private final ValueFormat format;

    ValueMarkup(ValueFormat format, @Nullable String plainText, String markup) {
        super(plainText, markup);
        this.format = format;
    }

    @Override
    public ValueFormat getOutputFormat() {
        return format;
    }
}
