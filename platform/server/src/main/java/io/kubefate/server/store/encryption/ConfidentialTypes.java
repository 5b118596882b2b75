package io.kubefate.server.store.encryption;

import static java.util.Objects.requireNonNull;

import io.kubefate.server.store.row.JsonColumn;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Lets statements bind {@link Confidential} values, and rows contain them: the only place that encrypts and decrypts. */
public final class ConfidentialTypes implements JdbiPlugin {

    private final CellCipher cipher;

    public ConfidentialTypes(CellCipher cipher) {
        this.cipher = requireNonNull(cipher, "cipher is null");
    }

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        ArgumentFactory arguments = this::argument;
        ColumnMapperFactory mappers = this::mapper;
        jdbi.registerArgument(arguments);
        jdbi.registerColumnMapper(mappers);
    }

    private Optional<Argument> argument(Type type, Object value, ConfigRegistry config) {
        return value instanceof Confidential<?> confidential ? Optional.of(argument(confidential)) : Optional.empty();
    }

    private Argument argument(Confidential<?> confidential) {
        Cell cell = confidential
                .cell()
                .orElseThrow(() -> new IllegalStateException("a confidential value needs a cell to be stored"));
        Object value = confidential.value();
        String text = value instanceof String plain ? plain : JsonColumn.write(value);
        return (position, statement, context) -> statement.setString(position, cipher.encrypt(cell, text));
    }

    private Optional<ColumnMapper<?>> mapper(Type type, ConfigRegistry config) {
        return GenericTypes.getErasedType(type).equals(Confidential.class)
                ? GenericTypes.findGenericParameter(type, Confidential.class)
                        .map(GenericTypes::getErasedType)
                        .map(this::mapper)
                : Optional.empty();
    }

    private <T> ColumnMapper<Confidential<T>> mapper(Class<T> type) {
        return (row, column, context) -> {
            Confidential<String> text = decrypt(row.getString(column));
            return type == String.class ? text.map(type::cast) : parsed(text, type);
        };
    }

    private static <T> Confidential<T> parsed(Confidential<String> text, Class<T> type) {
        try {
            return text.map(value -> JsonColumn.read(value, type));
        } catch (IllegalStateException e) {
            return Confidential.unreadable(new UnreadableTextException(
                    e.getMessage() + "; restore a backup, or use the release that wrote it", e));
        }
    }

    /** A text that cannot be read fails the code that needs it, and not the statement: the list has other rows. */
    private Confidential<String> decrypt(String stored) {
        try {
            return cipher.decrypt(stored);
        } catch (UnreadableTextException e) {
            return Confidential.unreadable(e);
        }
    }
}
