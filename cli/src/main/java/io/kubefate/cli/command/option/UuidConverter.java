package io.kubefate.cli.command.option;

import java.util.UUID;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the UUIDs of clusters, jobs and charts. */
public final class UuidConverter implements ITypeConverter<UUID> {

    @Override
    public UUID convert(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("invalid UUID: " + text + "; the list command shows the UUIDs");
        }
    }
}
