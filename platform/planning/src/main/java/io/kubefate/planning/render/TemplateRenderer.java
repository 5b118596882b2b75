package io.kubefate.planning.render;

import static java.util.Objects.requireNonNull;

import freemarker.cache.ConditionalTemplateConfigurationFactory;
import freemarker.cache.FileNameGlobMatcher;
import freemarker.cache.FirstMatchTemplateConfigurationFactory;
import freemarker.cache.TemplateConfigurationFactory;
import freemarker.core.JSONCFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateConfiguration;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renders the templates of one distribution. Templates see the model's values, no Java, no other distribution's templates and
 * no file system, and these functions: {@code json(value)} prints anything as JSON, {@code file(name)} and
 * {@code file(name, variables)} give the text of {@code files/<name>.ftl}, {@code identifier(text)} prints a MySQL identifier.
 *
 * <p>Thread-safe. Parsed templates are kept as long as the renderer.
 */
public final class TemplateRenderer {

    private final Configuration freemarker;

    /**
     * A renderer.
     *
     * @param source where the templates are
     */
    public TemplateRenderer(TemplateSource source) {
        this.freemarker = configure(requireNonNull(source, "source is null"));
    }

    /**
     * Renders one template.
     *
     * @param template its name below {@code templates/}
     * @param model what it sees
     * @return its text
     * @throws RenderException if it is missing, has an error, uses a value that is not there or prints one that cannot be printed
     */
    public String render(String template, Map<String, Object> model) {
        Map<String, Object> root = new HashMap<>(model);
        root.put("json", (TemplateMethodModelEx) TemplateRenderer::json);
        root.put("identifier", (TemplateMethodModelEx) TemplateRenderer::identifier);
        root.put("file", (TemplateMethodModelEx) arguments -> file(root, arguments));
        return process(template, root);
    }

    /**
     * Reads a template without rendering it; those that it includes are not read.
     *
     * @param template its name below {@code templates/}
     * @throws RenderException if it is missing or not written in FreeMarker's language
     */
    public void parse(String template) {
        try {
            freemarker.getTemplate(template);
        } catch (IOException e) {
            throw new RenderException("template " + template + ": " + e.getMessage(), e);
        }
    }

    private String process(String template, Map<String, Object> root) {
        try {
            BoundedWriter out = new BoundedWriter();
            freemarker.getTemplate(template).process(root, out);
            return out.toString();
        } catch (TemplateException | IOException | UncheckedIOException | StackOverflowError e) {
            throw new RenderException("template " + template + ": " + reason(e), e);
        }
    }

    /** What went wrong in a file that a template asked for is the reason, not that the function failed. */
    private static String reason(Throwable e) {
        if (e.getCause() instanceof RenderException inner) {
            return inner.getMessage();
        }
        return e instanceof StackOverflowError ? "it calls itself without end" : String.valueOf(e.getMessage());
    }

    private String file(Map<String, Object> root, List<?> arguments) throws TemplateModelException {
        Map<String, Object> variables = root;
        if (arguments.size() > 1) {
            variables = new HashMap<>(root);
            for (Map.Entry<?, ?> entry : ((Map<?, ?>) unwrap(arguments, 1)).entrySet()) {
                variables.put(String.valueOf(entry.getKey()), entry.getValue());
            }
        }
        return process("files/" + unwrap(arguments, 0) + ".ftl", variables);
    }

    private static Object json(List<?> arguments) throws TemplateModelException {
        return FileType.YAML.format().verbatim(Escapes.json(unwrap(arguments, 0)));
    }

    private static Object identifier(List<?> arguments) throws TemplateModelException {
        return FileType.SQL.format().verbatim(Escapes.sqlIdentifier(String.valueOf(unwrap(arguments, 0))));
    }

    private static Object unwrap(List<?> arguments, int index) throws TemplateModelException {
        if (arguments.size() <= index) {
            throw new TemplateModelException("argument " + (index + 1) + " is missing");
        }
        return DeepUnwrap.permissiveUnwrap((TemplateModel) arguments.get(index));
    }

    private static Configuration configure(TemplateSource source) {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new SourceLoader(source));
        configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
        configuration.setLocalizedLookup(false);
        configuration.setObjectWrapper(new SpecWrapper());
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setCFormat(JSONCFormat.INSTANCE);
        configuration.setCustomNumberFormats(Map.of(BareNumbers.NAME, new BareNumbers()));
        configuration.setNumberFormat("@" + BareNumbers.NAME);
        configuration.setRegisteredCustomOutputFormats(Arrays.asList(FileType.formats()));
        configuration.setTemplateConfigurations(byFileType());
        return configuration;
    }

    private static TemplateConfigurationFactory byFileType() {
        return new FirstMatchTemplateConfigurationFactory(Arrays.stream(FileType.values())
                .map(TemplateRenderer::printingLike)
                .toArray(TemplateConfigurationFactory[]::new));
    }

    private static TemplateConfigurationFactory printingLike(FileType type) {
        TemplateConfiguration configuration = new TemplateConfiguration();
        configuration.setOutputFormat(type.format());
        return new ConditionalTemplateConfigurationFactory(new FileNameGlobMatcher(type.glob()), configuration);
    }
}
