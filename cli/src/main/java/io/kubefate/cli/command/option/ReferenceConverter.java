package io.kubefate.cli.command.option;

import io.kubefate.cli.reference.Reference;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what clusters, jobs and charts are named by. */
public final class ReferenceConverter implements ITypeConverter<Reference> {

    private static final String NAME = "[a-zA-Z0-9][\\w.+-]*";
    private static final Pattern PATTERN = Pattern.compile(NAME + "(/" + NAME + "){0,2}");

    @Override
    public Reference convert(String text) {
        if (PATTERN.matcher(text).matches()) {
            return new Reference(text);
        }
        throw new TypeConversionException(
                "invalid UUID or name: " + text + "; the list command shows the UUIDs and names");
    }
}
