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
 * Renders the templates of one distribution. Templates have access to the model and the functions below, but not to Java, the
 * file system or other distributions: {@code json(value)} prints a value as JSON, {@code file(name)} and
 * {@code file(name, variables)} return the text of {@code files/<name>.ftl}, {@code identifier(text)} prints a MySQL identifier.
 *
 * <p>Thread-safe. Caches parsed templates.
 */
public final class TemplateRenderer {

    private final Configuration freemarker;

    public TemplateRenderer(TemplateSource source) {
        this.freemarker = configure(requireNonNull(source, "source is null"));
    }

    /**
     * Renders one template.
     *
     * @param template its name below {@code templates/}
     * @param model the variables of the template
     * @return the rendered text
     * @throws RenderException if the template is missing or invalid, or uses a value that is missing or cannot be printed
     */
    public String render(String template, Map<String, Object> model) {
        Map<String, Object> root = new HashMap<>(model);
        root.put("json", (TemplateMethodModelEx) TemplateRenderer::json);
        root.put("identifier", (TemplateMethodModelEx) TemplateRenderer::identifier);
        root.put("file", (TemplateMethodModelEx) arguments -> file(root, arguments));
        return process(template, root);
    }

    /**
     * Parses a template without rendering it; included templates are not parsed.
     *
     * @param template its name below {@code templates/}
     * @throws RenderException if the template is missing or not valid FreeMarker
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

    /** Returns the error inside a file that the template requested, instead of the error of the function. */
    private static String reason(Throwable e) {
        if (e.getCause() instanceof RenderException inner) {
            return inner.getMessage();
        }
        return e instanceof StackOverflowError ? "infinite recursion" : String.valueOf(e.getMessage());
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
