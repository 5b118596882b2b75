package io.kubefate.server.command;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.kubefate.planning.error.ErrorCode;
import io.kubefate.planning.error.KubefateException;
import io.kubefate.server.plugin.SpiVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes a plugin project. Its files are templates with square brackets, {@code [=id]}, because some of the generated files are
 * FreeMarker templates themselves.
 */
final class ProjectFiles {

    private final Configuration freemarker = configure();
    private final String kubefateVersion;
    private final ProjectRepository repository;

    /**
     * Creates a writer for projects that build against a version.
     *
     * @param kubefateVersion the version of the SPI's artifacts
     * @param repository the repository with these artifacts
     */
    ProjectFiles(String kubefateVersion, ProjectRepository repository) {
        this.kubefateVersion = kubefateVersion;
        this.repository = repository;
    }

    /**
     * Writes a project.
     *
     * @param project the names of the project
     * @param folder an empty or new folder
     * @throws KubefateException {@code INVALID_REQUEST} if the folder is not empty or cannot be written
     */
    void write(PluginProject project, Path folder) {
        try {
            Files.createDirectories(folder);
            refuseFull(folder);
            Map<String, String> values = values(project);
            for (Map.Entry<String, String> file : targets(project).entrySet()) {
                Path target = folder.resolve(file.getValue());
                Files.createDirectories(target.getParent());
                Files.writeString(target, render(file.getKey(), values));
            }
            repository.copyTo(folder);
        } catch (FileAlreadyExistsException e) {
            throw refused(folder + " is a file; specify a folder", e);
        } catch (IOException e) {
            throw refused(folder + " cannot be written: " + e, e);
        }
    }

    private static void refuseFull(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new KubefateException(
                        ErrorCode.INVALID_REQUEST, folder + " is not empty; specify an empty or new folder");
            }
        }
    }

    private static KubefateException refused(String message, Exception cause) {
        return new KubefateException(ErrorCode.INVALID_REQUEST, message, cause);
    }

    /** Maps the name of each template to the path of its file. */
    private static Map<String, String> targets(PluginProject project) {
        String classes = "java/" + project.packageName().replace('.', '/') + "/";
        Map<String, String> targets = new LinkedHashMap<>();
        targets.put("pom.xml", "pom.xml");
        targets.put("README.md", "README.md");
        targets.put("gitignore", ".gitignore");
        targets.put("Distribution.java", "src/main/" + classes + project.className() + ".java");
        targets.put("ClusterModel.java", "src/main/" + classes + "ClusterModel.java");
        targets.put("Rules.java", "src/main/" + classes + "Rules.java");
        targets.put("schema.json", "src/main/resources/schema.json");
        targets.put("example.yaml", "src/main/resources/example.yaml");
        targets.put("python.yaml.ftl", "src/main/resources/templates/python.yaml.ftl");
        targets.put("fateflow.properties.ftl", "src/main/resources/templates/files/fateflow.properties.ftl");
        targets.put("ContractTest.java", "src/test/" + classes + project.className() + "Test.java");
        targets.put("RulesTest.java", "src/test/" + classes + "RulesTest.java");
        targets.put("logback-test.xml", "src/test/resources/logback-test.xml");
        targets.put("golden.yaml", "src/test/resources/golden/example.yaml");
        return targets;
    }

    private Map<String, String> values(PluginProject project) {
        int major = Integer.parseInt(SpiVersion.CURRENT.substring(0, SpiVersion.CURRENT.indexOf('.')));
        Map<String, String> values = new LinkedHashMap<>();
        values.put("id", project.id());
        values.put("title", project.release().toString());
        values.put("chart", project.release().chartName());
        values.put("version", project.release().chartVersion());
        values.put("engine", project.release().engine());
        values.put("tag", project.tag());
        values.put("package", project.packageName());
        values.put("class", project.className());
        values.put("kubefateVersion", kubefateVersion);
        values.put("repository", repository.url());
        values.put("spiVersion", SpiVersion.CURRENT);
        values.put("nextSpiVersion", (major + 1) + ".0.0");
        return values;
    }

    private String render(String template, Map<String, String> values) {
        try {
            StringWriter text = new StringWriter();
            freemarker.getTemplate(template).process(values, text);
            return text.toString();
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration configure() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ProjectFiles.class, "project");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setLocalizedLookup(false);
        // Ignores the extension: a file that ends in .ftl is a template of the project.
        configuration.setRecognizeStandardFileExtensions(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
