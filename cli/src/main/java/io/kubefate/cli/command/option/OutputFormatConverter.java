package io.kubefate.cli.command.option;

import io.kubefate.cli.context.OutputFormat;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the values of {@code --output}, and lists them for completion. */
public final class OutputFormatConverter implements ITypeConverter<OutputFormat>, Iterable<String> {

    @Override
    public OutputFormat convert(String text) {
        try {
            return OutputFormat.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    @Override
    public Iterator<String> iterator() {
        return List.of("table", "wide", "name", "json", "yaml", "jsonpath=").iterator();
    }
}
