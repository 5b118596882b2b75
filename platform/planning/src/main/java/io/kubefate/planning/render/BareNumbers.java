package io.kubefate.planning.render;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.core.TemplateValueFormatException;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.math.BigDecimal;
import java.util.Locale;

/** Prints numbers without quotes, grouping or exponent, in files of every type. */
final class BareNumbers extends TemplateNumberFormatFactory {

    static final String NAME = "bare";

    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
        return new Format(environment);
    }

    private static final class Format extends TemplateNumberFormat {

        private final Environment environment;

        Format(Environment environment) {
            this.environment = environment;
        }

        @Override
        public Object format(TemplateNumberModel number) throws TemplateValueFormatException, TemplateModelException {
            String text = formatToPlainText(number);
            return environment.getCurrentTemplate().getOutputFormat() instanceof ValueFormat format
                    ? format.verbatim(text)
                    : text;
        }

        @Override
        public String formatToPlainText(TemplateNumberModel number) throws TemplateModelException {
            return new BigDecimal(number.getAsNumber().toString()).toPlainString();
        }

        @Override
        public boolean isLocaleBound() {
            return false;
        }

        @Override
        public String getDescription() {
            return "numbers as JSON writes them";
        }
    }
}
