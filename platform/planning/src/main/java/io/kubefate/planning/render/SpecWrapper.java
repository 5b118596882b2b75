package io.kubefate.planning.render;

import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;

/** Exposes maps, lists, strings, numbers and booleans to templates, but no Java objects. */
final class SpecWrapper extends SimpleObjectWrapper {

    SpecWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public TemplateModel wrap(Object value) throws TemplateModelException {
        return value instanceof Boolean flag ? new PrintableBoolean(flag) : super.wrap(value);
    }

    /** A boolean that templates can also print: without quotes where scalars are JSON. */
    private static final class PrintableBoolean extends ValueMarkup implements TemplateBooleanModel {

        private final boolean value;

        PrintableBoolean(boolean value) {
            super(FileType.YAML.format(), null, Boolean.toString(value));
            this.value = value;
        }

        @Override
        public boolean getAsBoolean() {
            return value;
        }
    }
}
